using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Runtime.Discovery;

/// <summary>What functions may return: nothing, a value, or a task of either.</summary>
internal static class ReturnTypes
{
    /// <summary>Gives the type of the returned value.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The type; <see langword="typeof"/>(<see langword="void"/>) for none.</returns>
    public static Type ValueType(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(Task))
        {
            return typeof(void);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0] : type;
    }

    /// <summary>Waits for what a method returned.</summary>
    /// <param name="returned">What it returned.</param>
    /// <returns>The value, without its task.</returns>
    public static async Task<object?> AwaitAsync(object? returned)
    {
        if (returned is not Task task)
        {
            return returned;
        }

        await task.ConfigureAwait(false);
        var type = task.GetType();
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
            {
                break;
            }
        }

        var result = type?.GetProperty(nameof(Task<>.Result))!.GetValue(task);
        return result?.GetType().FullName == "System.Threading.Tasks.VoidTaskResult" ? null : result;
    }
}
