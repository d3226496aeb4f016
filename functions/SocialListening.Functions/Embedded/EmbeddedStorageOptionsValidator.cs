using Microsoft.Extensions.Options;

namespace SocialListening.Functions.Embedded;

/// <summary>Checks the annotations of <see cref="EmbeddedStorageOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class EmbeddedStorageOptionsValidator : IValidateOptions<EmbeddedStorageOptions>;
