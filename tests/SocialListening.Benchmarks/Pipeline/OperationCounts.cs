namespace SocialListening.Benchmarks.Pipeline;

/// <summary>What was asked of queues and storage.</summary>
internal sealed class OperationCounts
{
    public int Sends;
    public int Messages;
    public int Receives;
    public int Deletes;
    public int MentionWrites;
    public int OtherWrites;
    public int Reads;
    public long StateBytes;
    public long QueueBytes;
    public int Added;
    public int Known;
}
