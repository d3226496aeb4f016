namespace Microsoft.Azure.Functions.Worker;

/// <summary>Who may call an HTTP function.</summary>
public enum AuthorizationLevel
{
    /// <summary>Anybody.</summary>
    Anonymous = 0,

    /// <summary>Callers with a valid user token.</summary>
    User = 1,

    /// <summary>Callers with the function's key, a host key or the master key.</summary>
    Function = 2,

    /// <summary>Callers with a system key or the master key.</summary>
    System = 3,

    /// <summary>Callers with the master key.</summary>
    Admin = 4,
}
