using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Runtime.Discovery;

/// <summary>Finds the functions and refuses those that the real host or its build would refuse.</summary>
internal static partial class FunctionScanner
{
    private const BindingFlags AnyMethod = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Finds all functions.</summary>
    /// <param name="source">Where to look.</param>
    /// <returns>The functions by name, and what is wrong with those left out, one line each.</returns>
    public static (ImmutableArray<FunctionDescriptor> Functions, ImmutableArray<string> Errors) Scan(FunctionSource source)
    {
        var functions = ImmutableArray.CreateBuilder<FunctionDescriptor>();
        var errors = ImmutableArray.CreateBuilder<string>();
        foreach (var type in source.Types.Where(t => t.IsClass))
        {
            foreach (var method in type.GetMethods(AnyMethod))
            {
                if (method.GetCustomAttribute<FunctionAttribute>() is { } function)
                {
                    try
                    {
                        functions.Add(Describe(function.Name, type, method));
                    }
                    catch (InvalidOperationException exception)
                    {
                        errors.Add($"Function '{function.Name}' ({type.FullName}.{method.Name}): {exception.Message}");
                    }
                }
            }
        }

        foreach (var twice in functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            errors.Add($"Function '{twice.Key}': the name is used {twice.Count()} times: {string.Join(", ", twice.Select(f => f.EntryPoint))}.");
        }

        return ([.. functions.OrderBy(f => f.Name, StringComparer.Ordinal)], errors.ToImmutable());
    }

    private static FunctionDescriptor Describe(string name, Type type, MethodInfo method)
    {
        Require(ValidName().IsMatch(name), "a name is a letter, then up to 127 letters, digits, '_' or '-'.");
        Require(method.IsPublic && !method.IsGenericMethodDefinition && !type.ContainsGenericParameters, "the method must be public and neither it nor its class generic.");
        Require(!type.IsAbstract || method.IsStatic, "its class is abstract.");
        Require(type.GetMethods().Count(m => m.Name == method.Name) == 1, "its class has several public methods of this name.");

        var triggers = method.GetParameters()
            .Select(p => (Parameter: p, Trigger: p.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(p => p.Trigger is not null)
            .ToArray();
        Require(triggers.Length == 1, $"a function has exactly one trigger, this one has {triggers.Length}.");
        var (parameter, trigger) = triggers[0];
        var outputs = Outputs(method);
        var retry = method.GetCustomAttribute<RetryAttribute>();
        Require(retry is null || trigger is TimerTriggerAttribute, "only timer triggers support retry policies.");
        RequireReturnType(method, trigger!, outputs);
        RequireTriggerType(parameter, trigger!);
        return new FunctionDescriptor(name, type, method, parameter, trigger!, outputs, retry);
    }

    private static ImmutableArray<OutputBinding> Outputs(MethodInfo method)
    {
        var onMethod = method.GetCustomAttributes<OutputBindingAttribute>().ToArray();
        Require(onMethod.Length <= 1, "a method has at most one output attribute; return an object with one per property.");
        if (onMethod.Length == 1)
        {
            return [new OutputBinding(onMethod[0], null)];
        }

        var outputs = ImmutableArray.CreateBuilder<OutputBinding>();
        foreach (var property in ReturnTypes.ValueType(method).GetProperties())
        {
            var attributes = property.GetCustomAttributes<OutputBindingAttribute>().ToArray();
            Require(attributes.Length <= 1, $"property '{property.Name}' has several output attributes.");
            if (attributes.Length == 1)
            {
                outputs.Add(new OutputBinding(attributes[0], property));
            }
        }

        var unmarked = outputs.Count == 0
            ? null
            : ReturnTypes.ValueType(method).GetProperties().FirstOrDefault(p => IsHttpResult(p.PropertyType) && !p.IsDefined(typeof(HttpResultAttribute)));
        Require(unmarked is null, $"property '{unmarked?.Name}' of the returned object needs the [HttpResult] attribute.");
        Require(outputs.Count(o => o.Attribute is HttpResultAttribute) <= 1, "several properties are marked as the HTTP result.");
        return outputs.ToImmutable();
    }

    private static void RequireReturnType(MethodInfo method, TriggerBindingAttribute trigger, ImmutableArray<OutputBinding> outputs)
    {
        var value = ReturnTypes.ValueType(method);
        var awaitable = method.ReturnType == typeof(ValueTask)
            || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>));
        Require(!awaitable, "return a Task instead of a ValueTask.");
        Require(
            method.ReturnType != typeof(void) || method.GetCustomAttribute<AsyncStateMachineAttribute>() is null,
            "return a Task instead of void: nobody waits for 'async void'.");
        if (trigger is HttpTriggerAttribute)
        {
            Require(
                value == typeof(void) || IsHttpResult(value) || outputs.Any(o => o.Property is not null),
                $"an HTTP function returns IActionResult, IResult or an object with output properties, not {value.Name}.");
        }
    }

    private static bool IsHttpResult(Type type) =>
        typeof(IActionResult).IsAssignableFrom(type) || typeof(IResult).IsAssignableFrom(type);

    private static void RequireTriggerType(ParameterInfo parameter, TriggerBindingAttribute trigger)
    {
        switch (trigger)
        {
            case TimerTriggerAttribute:
                Require(parameter.ParameterType == typeof(TimerInfo), "a timer trigger binds to TimerInfo.");
                break;
            case HttpTriggerAttribute:
                Require(parameter.ParameterType == typeof(HttpRequest), "an HTTP trigger binds to HttpRequest.");
                break;
            case QueueTriggerAttribute:
                break;
            default:
                throw new InvalidOperationException($"the trigger '{trigger.GetType().Name}' is not supported.");
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_-]{0,127}$")]
    private static partial Regex ValidName();
}
