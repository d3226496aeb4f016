using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Runtime.Discovery;

#pragma warning disable CA1822 // Functions are instance methods like those of the product.

namespace SocialListening.Functions.Tests.Compat;

public sealed class FunctionScannerTests
{
    [Fact]
    public void Scan_OfAFunction_DescribesIt()
    {
        var (functions, errors) = FunctionScanner.Scan(new FunctionSource([typeof(Good)]));
        Assert.Empty(errors);
        var function = Assert.Single(functions);
        Assert.Equal("Good", function.Name);
        Assert.Equal($"{typeof(Good).FullName}.RunAsync", function.EntryPoint);
        Assert.Equal(["timer", "context"], function.Parameters.Select(p => p.Name));
        Assert.Equal("timerTrigger", function.InputBindings["timer"].Type);
        var output = function.OutputBindings["$return"];
        Assert.Equal(("queue", BindingDirection.Out), (output.Type, output.Direction));
    }

    [Theory]
    [InlineData(typeof(NoTrigger), "exactly one trigger, this one has 0")]
    [InlineData(typeof(TwoTriggers), "exactly one trigger, this one has 2")]
    [InlineData(typeof(BadName), "a name is a letter")]
    [InlineData(typeof(Hidden), "must be public")]
    [InlineData(typeof(Overloaded), "several public methods")]
    [InlineData(typeof(AsyncVoid), "'async void'")]
    [InlineData(typeof(ReturnsValueTask), "instead of a ValueTask")]
    [InlineData(typeof(RetriedQueue), "only timer triggers support retry")]
    [InlineData(typeof(HttpPlain), "IActionResult, IResult or an object with output properties, not String")]
    [InlineData(typeof(HttpUnmarked), "property 'Result' of the returned object needs the [HttpResult] attribute")]
    [InlineData(typeof(TimerToString), "binds to TimerInfo")]
    public void Scan_OfWhatTheRealHostRefuses_SaysWhatIsWrong(Type type, string expected)
    {
        var (functions, errors) = FunctionScanner.Scan(new FunctionSource([type]));
        Assert.Empty(functions);
        Assert.Contains(expected, Assert.Single(errors), StringComparison.Ordinal);
        Assert.Contains(type.Name, errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_OfTwoFunctionsOfOneName_SaysWhereTheyAre()
    {
        var (_, errors) = FunctionScanner.Scan(new FunctionSource([typeof(Good), typeof(SameName)]));
        var error = Assert.Single(errors);
        Assert.Contains("used 2 times", error, StringComparison.Ordinal);
        Assert.Contains(typeof(Good).FullName!, error, StringComparison.Ordinal);
        Assert.Contains(typeof(SameName).FullName!, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oops", "00:00:10")]
    [InlineData("-00:00:01", "00:00:10")]
    [InlineData("00:00:01", "oops")]
    public void RetryAttributes_WithMalformedDelays_AreRefused(string least, string greatest)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialBackoffRetryAttribute(3, least, greatest));
        if (greatest != "oops")
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new FixedDelayRetryAttribute(3, least));
        }
    }

    [Fact]
    public void ExponentialBackoffRetry_WithLeastAboveGreatest_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ExponentialBackoffRetryAttribute(3, "00:01:00", "00:00:10"));

    public sealed class Good
    {
        [Function("Good")]
        [QueueOutput("out")]
        public Task<string> RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, FunctionContext context) => Task.FromResult("x");
    }

    public sealed class SameName
    {
        [Function("good")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }
    }

    public sealed class NoTrigger
    {
        [Function("NoTrigger")]
        public void Run(FunctionContext context)
        {
        }
    }

    public sealed class TwoTriggers
    {
        [Function("TwoTriggers")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer, [QueueTrigger("q")] string message)
        {
        }
    }

    public sealed class BadName
    {
        [Function("7th BadName")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }
    }

    public sealed class Hidden
    {
        [Function("Hidden")]
        internal void Run([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }
    }

    public sealed class Overloaded
    {
        [Function("Overloaded")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }

        public void Run()
        {
        }
    }

    public sealed class AsyncVoid
    {
        [Function("AsyncVoid")]
        public async void Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => await Task.Yield();
    }

    public sealed class ReturnsValueTask
    {
        [Function("ReturnsValueTask")]
        public ValueTask RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer) => ValueTask.CompletedTask;
    }

    public sealed class RetriedQueue
    {
        [Function("RetriedQueue")]
        [FixedDelayRetry(3, "00:00:01")]
        public void Run([QueueTrigger("q")] string message)
        {
        }
    }

    public sealed class HttpPlain
    {
        [Function("HttpPlain")]
        public string Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => "x";
    }

    public sealed class HttpUnmarked
    {
        [Function("HttpUnmarked")]
        public Unmarked Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new(Results.Ok(), "x");
    }

    public sealed record Unmarked(IResult Result, [property: QueueOutput("q")] string Message);

    public sealed class TimerToString
    {
        [Function("TimerToString")]
        public void Run([TimerTrigger("0 * * * * *")] string timer)
        {
        }
    }
}
