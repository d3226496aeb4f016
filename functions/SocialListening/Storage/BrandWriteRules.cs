using System.Text;
using SocialListening.Contracts;

namespace SocialListening.Storage;

/// <summary>What every adapter of <see cref="IBrandStore"/> holds writes to.</summary>
internal static class BrandWriteRules
{
    /// <summary>Refuses a definition that is too large.</summary>
    /// <param name="definition">The definition.</param>
    public static void Check(BrandDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (Encoding.UTF8.GetByteCount(definition.Json) > IBrandStore.MaxBytes)
        {
            throw new ArgumentException($"The definition of '{definition.BrandId}' has more than {IBrandStore.MaxBytes} bytes.", nameof(definition));
        }
    }

    /// <summary>Refuses too many definitions, and any that is too large.</summary>
    /// <param name="definitions">The definitions.</param>
    public static void Check(IReadOnlyList<BrandDefinition> definitions)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(definitions.Count, IBrandStore.MaxBrands, nameof(definitions));
        foreach (var definition in definitions)
        {
            Check(definition);
        }
    }

    /// <summary>Decides what putting a definition does.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="stored">What is stored of the brand.</param>
    /// <param name="expectedVersion">The version that must be stored; <see langword="null"/> for whatever there is.</param>
    /// <param name="brands">How many brands there are.</param>
    public static BrandWriteOutcome OutcomeOf(BrandDefinition definition, Versioned<BrandDefinition> stored, long? expectedVersion, int brands) =>
        !IsExpected(stored, expectedVersion) ? BrandWriteOutcome.Conflict
        : stored.Value?.Json == definition.Json ? BrandWriteOutcome.Unchanged
        : stored.Value is not null ? BrandWriteOutcome.Replaced
        : brands >= IBrandStore.MaxBrands ? BrandWriteOutcome.Full
        : BrandWriteOutcome.Created;

    /// <summary>Decides what deleting a definition does.</summary>
    /// <param name="stored">What is stored of the brand.</param>
    /// <param name="expectedVersion">The version that must be stored; <see langword="null"/> for whatever there is.</param>
    public static BrandWriteOutcome OutcomeOf(Versioned<BrandDefinition> stored, long? expectedVersion) =>
        !IsExpected(stored, expectedVersion) ? BrandWriteOutcome.Conflict
        : stored.Value is null ? BrandWriteOutcome.Missing
        : BrandWriteOutcome.Deleted;

    private static bool IsExpected(Versioned<BrandDefinition> stored, long? expectedVersion) => expectedVersion switch
    {
        null => true,
        IBrandStore.AnyVersion => stored.Value is not null,
        { } expected => expected == stored.Version,
    };
}
