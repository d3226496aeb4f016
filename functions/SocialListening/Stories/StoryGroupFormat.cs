namespace SocialListening.Stories;

/// <summary>Writes one story and reads it back.</summary>
internal static class StoryGroupFormat
{
    public static void Write(BinaryWriter writer, StoryGroup group)
    {
        writer.Write(group.Id);
        writer.Write(group.FirstSeen.UtcTicks);
        writer.Write(group.LastSeen.UtcTicks);
        writer.Write(group.Posts);
        writer.Write(group.Wordings);
        writer.Write(group.Negative);
        writer.Write(group.Neutral);
        writer.Write(group.Positive);
        writer.Write(group.Reach);
        writer.Write(group.Norm is not null);
        writer.Write(group.Norm?.Age ?? 0);
        writer.Write(group.Norm?.Sum ?? 0);
        WriteCounts(writer, group.Platforms);
        WriteCounts(writer, group.Languages);
        writer.Write(group.Minutes.Count);
        foreach (var (minute, count) in group.Minutes)
        {
            writer.Write(minute);
            writer.Write(count);
        }

        writer.Write(group.Authors.Count);
        foreach (var author in group.Authors.Order())
        {
            writer.Write(author);
        }

        WriteFeatures(writer, [.. group.Features.Select(feature => new StoryFeature(feature.Key, feature.Value))]);
        writer.Write(group.Members.Count);
        foreach (var (postId, features) in group.Members)
        {
            writer.Write(postId);
            WriteFeatures(writer, features);
        }
    }

    public static StoryGroup Read(BinaryReader reader)
    {
        var group = new StoryGroup
        {
            Id = reader.ReadUInt64(),
            FirstSeen = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
            LastSeen = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
            Posts = reader.ReadInt32(),
            Wordings = reader.ReadInt32(),
            Negative = reader.ReadInt32(),
            Neutral = reader.ReadInt32(),
            Positive = reader.ReadInt32(),
            Reach = reader.ReadInt64(),
        };
        var hasNorm = reader.ReadBoolean();
        var norm = (reader.ReadInt32(), reader.ReadSingle());
        group.Norm = hasNorm ? norm : null;
        ReadCounts(reader, group.Platforms);
        ReadCounts(reader, group.Languages);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            group.Minutes.Add(reader.ReadInt64(), reader.ReadInt32());
        }

        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            group.Authors.Add(reader.ReadUInt64());
        }

        foreach (var feature in ReadFeatures(reader))
        {
            group.Features.Add(feature.Key, feature.Weight);
        }

        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            group.Members.Add((reader.ReadString(), ReadFeatures(reader)));
        }

        return group;
    }

    private static void WriteCounts(BinaryWriter writer, SortedDictionary<string, int> counts)
    {
        writer.Write(counts.Count);
        foreach (var (name, count) in counts)
        {
            writer.Write(name);
            writer.Write(count);
        }
    }

    private static void ReadCounts(BinaryReader reader, SortedDictionary<string, int> counts)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            counts.Add(reader.ReadString(), reader.ReadInt32());
        }
    }

    private static void WriteFeatures(BinaryWriter writer, StoryFeature[] features)
    {
        writer.Write(features.Length);
        foreach (var feature in features)
        {
            writer.Write(feature.Key);
            writer.Write(feature.Weight);
        }
    }

    private static StoryFeature[] ReadFeatures(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > 1_000_000)
        {
            throw new FormatException("A count is out of range.");
        }

        var features = new StoryFeature[count];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = new StoryFeature(reader.ReadUInt64(), reader.ReadSingle());
        }

        return features;
    }
}
