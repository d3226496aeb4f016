using Microsoft.Extensions.Options;

namespace SocialListening.Networking;

[OptionsValidator]
internal sealed partial class NetworkOptionsValidator : IValidateOptions<NetworkOptions>;
