using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace SocialListening.Platforms.Text;

/// <summary>
/// Reads the text of HTML token by token, so that time grows with the length only and no nesting, however deep, matters.
/// Blocks and breaks become line feeds; scripts, styles and spans of class <c>invisible</c> are left out.
/// </summary>
internal static class HtmlText
{
    private const int MaxHtml = 2_000_000;

    private static readonly FrozenSet<string> Blocks = new[]
    {
        "address", "article", "aside", "blockquote", "div", "dd", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Hidden = new[]
    {
        "script", "style", "template", "noscript", "iframe", "svg", "math", "object", "head", "textarea", "select",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Gives the text, entities decoded once, white space folded as a browser does.</summary>
    public static string Read(string html)
    {
        using var source = new TextSource(html.Length > MaxHtml ? html[..MaxHtml] : html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var text = new FoldedText();
        string? skipped = null;
        var depth = 0;
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            var name = token.Name;
            if (skipped is not null)
            {
                // Only elements of the same name matter for where the hidden one ends.
                if (name == skipped && token is HtmlTagToken { IsSelfClosing: false })
                {
                    depth += token.Type == HtmlTokenType.StartTag ? 1 : -1;
                    skipped = depth == 0 ? null : skipped;
                }
            }
            else if (token.Type == HtmlTokenType.Character)
            {
                text.Append(token.Data);
            }
            else if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag)
            {
                if (token.Type == HtmlTokenType.StartTag && IsHidden(name, (HtmlTagToken)token))
                {
                    (skipped, depth) = (name, 1);
                    tokenizer.State = name is "script" ? HtmlParseMode.Script
                        : name is "style" or "iframe" or "noscript" ? HtmlParseMode.Rawtext
                        : name is "textarea" ? HtmlParseMode.RCData
                        : tokenizer.State;
                }
                else if (name == "br" || Blocks.Contains(name))
                {
                    text.Break();
                }
            }
        }

        return text.ToString();
    }

    private static bool IsHidden(string name, HtmlTagToken tag) => !tag.IsSelfClosing
        && (Hidden.Contains(name) || (name == "span" && tag.GetAttribute("class").Split(' ').Contains("invisible", StringComparer.Ordinal)));

    private sealed class FoldedText
    {
        private readonly StringBuilder _text = new();
        private bool _space;

        public void Append(string data)
        {
            foreach (var c in data)
            {
                if (c is ' ' or '\n' or '\t' or '\r' or '\f')
                {
                    _space = true;
                }
                else
                {
                    if (_space && _text.Length > 0 && _text[^1] != '\n')
                    {
                        _text.Append(' ');
                    }

                    _space = false;
                    _text.Append(c);
                }
            }
        }

        public void Break()
        {
            _space = false;
            if (_text.Length > 0 && _text[^1] != '\n')
            {
                _text.Append('\n');
            }
        }

        public override string ToString() => _text.ToString();
    }
}
