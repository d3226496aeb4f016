using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Contracts;
using SocialListening.Notifiers;
using SocialListening.Queues;
using SocialListening.Tests.Fakes;
using SocialListening.Tests.Time;

namespace SocialListening.Tests.Notifiers;

public sealed class AlertNotificationTests
{
    private readonly FixedCatalog _catalog = new(Samples.Brand());
    private readonly MemoryAlerts _alerts = new();
    private readonly MemoryQueues _queues = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly NotifyingOptions _options = new() { RetryFor = TimeSpan.Zero };
    private readonly RecordingNotifier _first = new("first");
    private readonly RecordingNotifier _second = new("second");

    [Fact]
    public async Task Notify_TheSameMessageTwice_TellsEachChannelOnce()
    {
        _alerts.Put(Samples.Alert());
        Assert.Equal(2, await Notify(1));
        Assert.Equal(0, await Notify(1));
        Assert.Equal([1], _first.Told);
    }

    [Fact]
    public async Task Notify_OneChannelFails_TheOtherIsToldAndOnlyTheFailedOneIsRepeated()
    {
        _alerts.Put(Samples.Alert());
        _first.Fail = true;
        await Assert.ThrowsAsync<NotificationException>(() => Notify(1));
        Assert.Equal([1], _second.Told);
        _first.Fail = false;
        Assert.Equal(1, await Notify(1));
        Assert.Equal([1], _first.Told);
        Assert.Equal([1], _second.Told);
    }

    [Fact]
    public async Task Notify_OlderRevisionAfterANewerOne_SaysNothing()
    {
        _alerts.Put(Samples.Alert(revision: 2));
        Assert.Equal(0, await Notify(1));
        Assert.Equal(2, await Notify(2));
    }

    [Fact]
    public async Task Notify_SeverityBelowTheRecipientsWish_IsNotTold()
    {
        _alerts.Put(Samples.Alert());
        _first.MinSeverity = 4;
        Assert.Equal(1, await Notify(1));
        Assert.Empty(_first.Told);
    }

    [Fact]
    public async Task Notify_UnreadableMessage_GoesToPoison()
    {
        await Notification().NotifyAsync("{}", CancellationToken.None);
        Assert.Single(_queues.Texts("alerts-poison"));
    }

    [Fact]
    public async Task Notify_UnknownAlert_IsDropped() => Assert.Equal(0, await Notify(1));

    [Fact]
    public async Task Notify_BrandThatIsNotKnownYet_IsLookedForAndTold()
    {
        _alerts.Put(Samples.Alert());
        _catalog.Current = new BrandSnapshot([]);
        _catalog.Look = since => since == Samples.Alert().UpdatedAtUtc ? new BrandSnapshot([Samples.Brand()]) : throw new IOException($"Asked as of {since:O}.");

        Assert.Equal(2, await Notify(1));
    }

    [Fact]
    public async Task Notify_BrandThatThisVersionCannotRead_GivesTheMessageBack()
    {
        _alerts.Put(Samples.Alert());
        _catalog.Current = new BrandSnapshot([], 1, [new BrandLeftOut("atlas", [new BrandFileError("$.mood", 1, 1, "There is no property 'mood' here", "")])]);

        await Assert.ThrowsAsync<NotificationException>(() => Notify(1));
        Assert.Empty(_first.Told);
    }

    [Fact]
    public async Task Notify_BrandThatIsGone_TellsNobody()
    {
        _alerts.Put(Samples.Alert());
        _catalog.Current = new BrandSnapshot([]);

        Assert.Equal(0, await Notify(1));
        Assert.Empty(_queues.Texts("alerts-poison"));
    }

    [Fact]
    public async Task Notify_ReceiverDownForHours_IsToldOnceItIsBackAndTheOthersAtOnce()
    {
        _options.RetryFor = TimeSpan.FromDays(1);
        _alerts.Put(Samples.Alert());
        _first.Fail = true;
        await Notify(1);
        Assert.Equal([1], _second.Told);

        var waits = new List<double>();
        for (var back = _clock.GetUtcNow() + TimeSpan.FromHours(5); _first.Told.Count == 0;)
        {
            var (message, wait) = Repeated();
            waits.Add(wait.TotalMinutes);
            _clock.Advance(wait);
            _first.Fail = _clock.GetUtcNow() < back;
            await Notification().NotifyAsync(message, CancellationToken.None);
        }

        Assert.Equal([1, 2, 5, 10, 15, 30, 30], waits.Take(7));
        Assert.Equal([1], _first.Told);
        Assert.Equal([1], _second.Told);
        Assert.Empty(_queues.Texts("alerts-poison"));
    }

    [Fact]
    public async Task Notify_ReceiverThatNeverComesBack_IsPutAsideWithTheReasonAndHasItsTimeAgainWhenReplayed()
    {
        _options.RetryFor = TimeSpan.FromHours(2);
        _alerts.Put(Samples.Alert());
        _first.Fail = true;
        await Notify(1);
        for (var i = 0; i < 100 && !_queues.Texts("alerts-poison").Any(); i++)
        {
            var (message, wait) = Repeated();
            _clock.Advance(wait);
            await Notification().NotifyAsync(message, CancellationToken.None);
        }

        var poison = EnvelopeCodec.Read(Assert.Single(_queues.Texts("alerts-poison")), PoisonQueue.Name, PoisonQueue.Version, SocialListeningJsonContext.Default.PoisonMessage);
        Assert.Contains("could not be told: down", poison.Reason, StringComparison.Ordinal);
        Assert.Equal(new AlertMessage("atlas", Samples.Alert().Id, 1), AlertMessageCodec.Read(poison.Body));
    }

    [Fact]
    public async Task Notify_NewerRevisionWhileAnOlderOneWaits_IsToldAloneWhenTheReceiverIsBack()
    {
        _options.RetryFor = TimeSpan.FromDays(1);
        _alerts.Put(Samples.Alert());
        _first.Fail = true;
        await Notify(1);
        var (waiting, _) = Repeated();
        _alerts.Put(Samples.Alert(revision: 2));
        _first.Fail = false;

        await Notify(2);
        await Notification().NotifyAsync(waiting, CancellationToken.None);

        Assert.Equal([2], _first.Told);
    }

    private (string Message, TimeSpan Wait) Repeated() => (_queues.Texts(QueueNames.Alerts).Last(), _queues.LatestWait);

    private Task<int> Notify(int revision) =>
        Notification().NotifyAsync(AlertMessageCodec.Write(new AlertMessage("atlas", Samples.Alert().Id, revision)), CancellationToken.None);

    private AlertNotification Notification() => new(
        _catalog, _alerts, [_first, _second], _queues, new PoisonQueue(_queues, _clock), _clock, Options.Create(_options), NullLogger<AlertNotification>.Instance);

    private sealed class RecordingNotifier(string name) : INotifier
    {
        public bool Fail { get; set; }

        public int MinSeverity { get; set; } = 1;

        public List<int> Told { get; } = [];

        public string Channel => name;

        public IReadOnlyList<NotifierTarget> TargetsOf(Brand brand) =>
            [new NotifierTarget(name, new AlertRecipient { Channel = name, Url = new Uri("https://hooks.example.invalid"), SecretSetting = "x", MinSeverity = MinSeverity })];

        public Task SendAsync(Alert alert, Brand brand, NotifierTarget target, CancellationToken cancellationToken)
        {
            if (Fail)
            {
                throw new NotificationException("down");
            }

            Told.Add(alert.Revision);
            return Task.CompletedTask;
        }
    }
}
