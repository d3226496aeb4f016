using Microsoft.Extensions.Options;

namespace SocialListening.Platforms.Http;

[OptionsValidator]
internal sealed partial class PlatformHttpOptionsValidator : IValidateOptions<PlatformHttpOptions>;
