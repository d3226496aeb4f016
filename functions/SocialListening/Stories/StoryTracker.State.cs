using System.Text;
using SocialListening.Scoring.Phrases;

namespace SocialListening.Stories;

/// <content>The tracker as bytes, so that it goes on after a restart as if there had been none.</content>
public sealed partial class StoryTracker
{
    private const int Format = 1;

    /// <summary>Reads a tracker that <see cref="Save"/> wrote; posts added then give the stories that they would have given before.</summary>
    /// <param name="state">The bytes.</param>
    /// <param name="own">The brand's names, the same as before.</param>
    /// <exception cref="InvalidDataException">The bytes are no state of this version.</exception>
    public static StoryTracker Load(ReadOnlyMemory<byte> state, OwnNames own)
    {
        var tracker = new StoryTracker(own);
        using var reader = new BinaryReader(new MemoryStream(state.ToArray(), writable: false), Encoding.UTF8);
        try
        {
            if (reader.ReadInt32() != Format)
            {
                throw new InvalidDataException("The state of the stories has another format.");
            }

            tracker._next = reader.ReadInt32();
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                tracker._groups.Add(reader.ReadInt32(), StoryGroupFormat.Read(reader));
            }

            ReadMap(reader, tracker._posts);
            ReadMap(reader, tracker._wordings);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or FormatException or IOException)
        {
            throw new InvalidDataException("The state of the stories is damaged.", e);
        }

        foreach (var (slot, group) in tracker._groups)
        {
            foreach (var key in group.Features.Keys)
            {
                tracker.Post(key, slot);
            }
        }

        return tracker;
    }

    /// <summary>Writes all that is known. Holds ids and hashes, and no text.</summary>
    public byte[] Save()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format);
            writer.Write(_next);
            writer.Write(_groups.Count);
            foreach (var (slot, group) in _groups)
            {
                writer.Write(slot);
                StoryGroupFormat.Write(writer, group);
            }

            WriteMap(writer, _posts);
            WriteMap(writer, _wordings);
        }

        return stream.ToArray();
    }

    private static void WriteMap(BinaryWriter writer, Dictionary<ulong, int> map)
    {
        writer.Write(map.Count);
        foreach (var (key, slot) in map.OrderBy(entry => entry.Key))
        {
            writer.Write(key);
            writer.Write(slot);
        }
    }

    private static void ReadMap(BinaryReader reader, Dictionary<ulong, int> map)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            map.Add(reader.ReadUInt64(), reader.ReadInt32());
        }
    }
}
