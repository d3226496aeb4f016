namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>A parameter could not be filled from what the trigger gave.</summary>
internal sealed class InputConversionException(string message, Exception? inner = null) : Exception(message, inner);
