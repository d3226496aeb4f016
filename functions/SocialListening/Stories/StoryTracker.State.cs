using System.Text;
using SocialListening.Scoring.Phrases;

namespace SocialListening.Stories;

/// <content>The tracker as bytes, so that it goes on after a restart as if there had been none.</content>
public sealed partial class StoryTracker
{
    // 2: other features and times of words count than in 1, so stories of both would not mix.
    private const int Format = 2;

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

            tracker._index.Restore(reader.ReadInt32(), Groups(reader));
            tracker._memory.Read(reader);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or FormatException or IOException)
        {
            throw new InvalidDataException("The state of the stories is damaged.", e);
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
            writer.Write(_index.Begun);
            writer.Write(_index.Groups.Count);
            foreach (var (slot, group) in _index.Groups)
            {
                writer.Write(slot);
                StoryGroupFormat.Write(writer, group);
            }

            _memory.Write(writer);
        }

        return stream.ToArray();
    }

    private static IEnumerable<(int Slot, StoryGroup Group)> Groups(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            yield return (reader.ReadInt32(), StoryGroupFormat.Read(reader));
        }
    }
}
