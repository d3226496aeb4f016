using SocialListening.Contracts;
using SocialListening.Spikes.Running;
using SocialListening.Tests.Fakes;

namespace SocialListening.Tests.Spikes.Running;

public sealed class JudgedBucketsTests
{
    [Fact]
    public void RoundTrip_KeepsRevisionsWithinTheWindowAndTheDetectorsState()
    {
        var judged = JudgedBuckets.Read(null);
        judged.Note(Samples.Noon.AddHours(-9), Rollup(4));
        judged.Note(Samples.Noon, Rollup(2));
        var read = JudgedBuckets.Read(judged.Write([1, 2, 3], Samples.Noon.AddHours(-3)));
        Assert.Equal([1, 2, 3], read.DetectorState);
        Assert.False(read.IsRevised(Samples.Noon, Rollup(2)));
        Assert.True(read.IsRevised(Samples.Noon, Rollup(3)));
        Assert.True(read.IsRevised(Samples.Noon.AddHours(-9), Rollup(4)));
        Assert.False(read.IsRevised(Samples.Noon.AddMinutes(5), null));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 9, 0, 0 })]
    [InlineData(new byte[] { 1, 255, 255, 0 })]
    public void Read_AnotherFormatOrADamagedState_IsAColdStart(byte[] stored) => Assert.Empty(JudgedBuckets.Read(stored).DetectorState);

    private static RollupDocument Rollup(int revision) => new() { BrandId = "atlas", Start = Samples.Noon, Revision = revision };
}
