namespace SocialListening.Networking;

/// <summary>A call was not made because its address, or one that it was redirected to, must not be called. Never worth a retry.</summary>
internal sealed class RefusedAddressException(string reason) : HttpRequestException(HttpRequestError.ConnectionError, reason);
