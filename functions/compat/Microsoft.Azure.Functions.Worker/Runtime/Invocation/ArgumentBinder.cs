using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Runtime.Invocation;

/// <summary>
/// Fills the parameters of a function, in the order of the worker's converters: as it is, GUID, date, bytes, JSON with property
/// names in any case.
/// </summary>
internal static class ArgumentBinder
{
    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Gives the arguments of an invocation.</summary>
    /// <param name="context">The invocation.</param>
    /// <exception cref="InputConversionException">A value does not fit its parameter, or is missing.</exception>
    public static object?[] Bind(InvocationContext context)
    {
        var parameters = context.Function.MethodParameters;
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Argument(parameters[i], context);
        }

        return arguments;
    }

    private static object? Argument(ParameterInfo parameter, InvocationContext context)
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext))
        {
            return context;
        }

        if (type == typeof(HttpRequest) && context.GetHttpContext() is { } http)
        {
            return http.Request;
        }

        if (parameter.Position == context.Function.TriggerParameter.Position)
        {
            return Convert(parameter, context.Input.TriggerValue);
        }

        if (context.Input.BindingData.TryGetValue(parameter.Name!, out var value) && value is not null)
        {
            return Convert(parameter, value);
        }

        return type == typeof(CancellationToken) || type == typeof(CancellationToken?) ? context.CancellationToken : Missing(parameter);
    }

    private static object? Missing(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue;
        }

        return !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            ? null
            : throw new InputConversionException($"Parameter '{parameter.Name}' has no value: give it a default or make it nullable.");
    }

    private static object? Convert(ParameterInfo parameter, object value)
    {
        var type = parameter.ParameterType;
        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        if (value is not string text)
        {
            return Missing(parameter);
        }

        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(Guid) && Guid.TryParse(text, out var id))
        {
            return id;
        }

        if (bare == typeof(DateTimeOffset) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return moment;
        }

        if (bare == typeof(DateTime) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        return type == typeof(byte[]) ? Encoding.UTF8.GetBytes(text) : FromJson(parameter, text);
    }

    private static object? FromJson(ParameterInfo parameter, string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, parameter.ParameterType, AnyCase);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new InputConversionException($"Parameter '{parameter.Name}' cannot be read as {parameter.ParameterType.Name} from what the trigger gave.", exception);
        }
    }
}
