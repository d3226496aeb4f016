using Microsoft.Extensions.Options;

namespace SocialListening.Platforms.Rss;

[OptionsValidator]
internal sealed partial class RssOptionsValidator : IValidateOptions<RssOptions>;
