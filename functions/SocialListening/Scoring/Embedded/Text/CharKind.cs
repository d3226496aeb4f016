namespace SocialListening.Scoring.Embedded.Text;

/// <summary>What the tokenizer does with a UTF-16 code unit.</summary>
internal enum CharKind : byte
{
    /// <summary>Ends the word before it and is otherwise ignored.</summary>
    Separator,

    /// <summary>Belongs to a word.</summary>
    Letter,

    /// <summary>Belongs to a number.</summary>
    Digit,

    /// <summary>Dropped without ending the word: combining accents, Arabic vowel signs, joiners.</summary>
    Dropped,

    /// <summary>An apostrophe of any shape.</summary>
    Apostrophe,

    /// <summary>A sign of the basic plane that stands as a token of its own, such as a heart or an arrow.</summary>
    Pictograph,

    /// <summary>Half of a code point outside the basic plane.</summary>
    Surrogate,
}
