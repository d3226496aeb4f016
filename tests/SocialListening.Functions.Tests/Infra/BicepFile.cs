using System.Text.RegularExpressions;

namespace SocialListening.Functions.Tests.Infra;

/// <summary>
/// Reads the subset of Bicep that the templates keep to: one statement after the other, objects and arrays with one entry a
/// line. What it does not know is an error, so that a template cannot slip past the checks.
/// </summary>
internal sealed partial class BicepFile
{
    private static readonly IReadOnlyDictionary<string, BicepValue> NoProperties = new Dictionary<string, BicepValue>();

    private readonly string _text;
    private int _at;

    private BicepFile(string name, string text)
    {
        Name = name;
        _text = Comment().Replace(text, "");
    }

    /// <summary>The file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>The statements in order.</summary>
    public List<BicepStatement> Statements { get; } = [];

    /// <summary>The statements of a keyword.</summary>
    public IEnumerable<BicepStatement> Of(string keyword) => Statements.Where(statement => statement.Keyword == keyword);

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">The text leaves the subset; the message has the line.</exception>
    public static BicepFile Parse(string name, string text)
    {
        var file = new BicepFile(name, text);
        while (file.SkipSpace())
        {
            file.ReadStatement();
        }

        return file;
    }

    private void ReadStatement()
    {
        if (_text[_at] == '@')
        {
            Expression();
            return;
        }

        var start = _at;
        if (Target().Match(_text, _at) is { Success: true } target)
        {
            _at += target.Length;
            Expression();
            return;
        }

        var head = Head().Match(_text, _at);
        if (!head.Success)
        {
            throw Unknown();
        }

        _at += head.Length;
        var value = head.Groups["assigned"].Success ? Body() : null;
        Statements.Add(new BicepStatement(
            head.Groups["keyword"].Value, head.Groups["name"].Value, head.Groups["type"].Value.Trim('\''), head.Groups["existing"].Success, value, _text[start.._at]));
    }

    // `if (…) {…}` and `[for … in …: {…}]` are read as what they hold.
    private BicepValue Body()
    {
        if (Condition().Match(_text, _at) is { Success: true } condition)
        {
            _at += condition.Length;
            Balanced('(', ')');
            SkipBlanks();
        }

        if (Loop().Match(_text, _at) is not { Success: true } loop)
        {
            return Value();
        }

        _at += loop.Length;
        var body = Value();
        SkipSpace();
        Expect(']');
        return body;
    }

    private BicepValue Value() => _text[_at] switch
    {
        '{' => Object(),
        '[' => Array(),
        _ => new BicepValue(Expression(), NoProperties, []),
    };

    private BicepValue Object()
    {
        var start = _at;
        var properties = new Dictionary<string, BicepValue>(StringComparer.Ordinal);
        Expect('{');
        while (SkipSpace() && _text[_at] != '}')
        {
            var key = Key().Match(_text, _at);
            if (!key.Success)
            {
                throw Unknown();
            }

            _at += key.Length;
            if (!properties.TryAdd(key.Groups["name"].Value, Value()))
            {
                throw new FormatException($"{Name}({Line}): '{key.Groups["name"].Value}' stands twice.");
            }
        }

        Expect('}');
        return new BicepValue(_text[start.._at], properties, []);
    }

    private BicepValue Array()
    {
        var start = _at;
        var items = new List<BicepValue>();
        Expect('[');
        while (SkipSpace() && _text[_at] != ']')
        {
            items.Add(Value());
        }

        Expect(']');
        return new BicepValue(_text[start.._at], NoProperties, items);
    }

    // Runs to the end of the line, or over lines while a bracket is open.
    private string Expression()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] != '\n')
        {
            switch (_text[_at])
            {
                case '(':
                    Balanced('(', ')');
                    break;
                case '[':
                    Balanced('[', ']');
                    break;
                case '{':
                    Balanced('{', '}');
                    break;
                case ')' or ']' or '}':
                    return _text[start.._at].Trim();
                case '\'':
                    Quoted();
                    break;
                default:
                    _at++;
                    break;
            }
        }

        return _text[start.._at].Trim();
    }

    private void Balanced(char open, char close)
    {
        Expect(open);
        while (_at < _text.Length && _text[_at] != close)
        {
            switch (_text[_at])
            {
                case '(':
                    Balanced('(', ')');
                    break;
                case '[':
                    Balanced('[', ']');
                    break;
                case '{':
                    Balanced('{', '}');
                    break;
                case '\'':
                    Quoted();
                    break;
                default:
                    _at++;
                    break;
            }
        }

        Expect(close);
    }

    private void Quoted()
    {
        Expect('\'');
        while (_at < _text.Length && _text[_at] != '\'')
        {
            if (_text[_at] == '\n')
            {
                throw Unknown();
            }

            _at += _text[_at] == '\\' ? 2 : 1;
        }

        Expect('\'');
    }

    private bool SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return _at < _text.Length;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }
    }

    private void Expect(char wanted)
    {
        if (_at >= _text.Length || _text[_at] != wanted)
        {
            throw Unknown();
        }

        _at++;
    }

    private int Line => _text.AsSpan(0, Math.Min(_at, _text.Length)).Count('\n') + 1;

    private FormatException Unknown() => new($"{Name}({Line}): cannot be read here: '{_text[Math.Min(_at, _text.Length)..Math.Min(_at + 40, _text.Length)].Trim()}'.");

    // A comment starts its line here; `//` inside a line belongs to an address.
    [GeneratedRegex(@"^[ \t]*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\G(targetScope = |using )")]
    private static partial Regex Target();

    [GeneratedRegex(@"\G(?<keyword>param|var|resource|module|output) (?<name>\w+)( (?<type>\w+|'[^'\n]+'))?(?<existing> existing)?(?<assigned> = )?")]
    private static partial Regex Head();

    [GeneratedRegex(@"\Gif (?=\()")]
    private static partial Regex Condition();

    [GeneratedRegex(@"\G\[for (\w+|\(\w+, \w+\)) in \w+: ")]
    private static partial Regex Loop();

    [GeneratedRegex(@"\G(?<name>\w+|'[^'\n]+'): ")]
    private static partial Regex Key();
}
