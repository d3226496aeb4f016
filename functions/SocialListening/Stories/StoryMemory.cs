namespace SocialListening.Stories;

/// <summary>Which story each recent post, and each recent wording, was put into. Bounded.</summary>
internal sealed class StoryMemory
{
    private const int MaxRecent = 20_000;

    private readonly Dictionary<ulong, int> _posts = [];
    private readonly Dictionary<ulong, int> _wordings = [];

    /// <summary>The slot of a post; <see langword="null"/> when it is not known any more. The story may have been let go.</summary>
    public int? OfPost(ulong id) => _posts.TryGetValue(id, out var slot) ? slot : null;

    /// <summary>The slot of a wording; 0 is none.</summary>
    public int? OfWording(ulong wording) => wording != 0 && _wordings.TryGetValue(wording, out var slot) ? slot : null;

    /// <summary>Keeps where a post went.</summary>
    public void Remember(ulong id, ulong wording, int slot, IReadOnlyDictionary<int, StoryGroup> groups)
    {
        if (_posts.Count >= MaxRecent)
        {
            Forget(_posts, groups);
            Forget(_wordings, groups);
        }

        _posts[id] = slot;
        if (wording != 0)
        {
            _wordings[wording] = slot;
        }
    }

    /// <summary>What pointed to one story points to another.</summary>
    public void Move(int from, int to)
    {
        Move(_posts, from, to);
        Move(_wordings, from, to);
    }

    /// <summary>Writes both maps.</summary>
    public void Write(BinaryWriter writer)
    {
        Write(writer, _posts);
        Write(writer, _wordings);
    }

    /// <summary>Reads what <see cref="Write(BinaryWriter)"/> wrote.</summary>
    public void Read(BinaryReader reader)
    {
        Read(reader, _posts);
        Read(reader, _wordings);
    }

    private static void Move(Dictionary<ulong, int> map, int from, int to)
    {
        foreach (var (key, slot) in map)
        {
            if (slot == from)
            {
                map[key] = to;
            }
        }
    }

    // Those of stories that were let go, and of the older half of the rest.
    private static void Forget(Dictionary<ulong, int> map, IReadOnlyDictionary<int, StoryGroup> groups)
    {
        var middle = groups.Keys.ElementAtOrDefault(groups.Count / 2);
        foreach (var (key, slot) in map)
        {
            if (slot < middle || !groups.ContainsKey(slot))
            {
                map.Remove(key);
            }
        }
    }

    private static void Write(BinaryWriter writer, Dictionary<ulong, int> map)
    {
        writer.Write(map.Count);
        foreach (var (key, slot) in map.OrderBy(entry => entry.Key))
        {
            writer.Write(key);
            writer.Write(slot);
        }
    }

    private static void Read(BinaryReader reader, Dictionary<ulong, int> map)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            map.Add(reader.ReadUInt64(), reader.ReadInt32());
        }
    }
}
