// A text file line by line as UTF-8, whatever it is encoded in. One thread; the device must outlive it. Holds a piece
// of the file at a time, never all of it.
#pragma once

#include "app/core/result.h"

#include <QIODevice>

#include <cstdint>
#include <string>
#include <string_view>

namespace tokenledger {

enum class TextEncoding : std::uint8_t { Auto, Utf8, Utf16Le, Utf16Be, Windows1252, Latin1 };
/// "auto", "utf-8", "utf-16le", "utf-16be", "windows-1252", "latin-1".
[[nodiscard]] QString encodingName(TextEncoding encoding);
[[nodiscard]] std::optional<TextEncoding> encodingFromName(QStringView name);

/// A line, or a record of several lines, is an error beyond this.
inline constexpr std::size_t MaxLineBytes = 16U << 20U;

class TextLines {
public:
    /// Auto: what the byte order mark says, else UTF-8. Other encodings of a byte look like text, too, and are not
    /// guessed at.
    explicit TextLines(QIODevice& device, TextEncoding wanted = TextEncoding::Auto, std::size_t longest = MaxLineBytes);

    /// The next line without its end (LF, CRLF; CR alone where the file has no LF), good until the next call; false at
    /// the end. At least 64 readable bytes follow it. Errors Usage, naming the line: not text (binary, compressed, a
    /// spreadsheet), not in this encoding, too long.
    [[nodiscard]] Result<bool> next(std::string_view& line);
    /// Of the line that next() gave, from 1.
    [[nodiscard]] std::int64_t number() const { return m_number; }
    [[nodiscard]] TextEncoding encoding() const { return m_encoding; }

private:
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> fill();
    void decode(std::string_view bytes);
    void decodeUtf16(std::string_view bytes);
    [[nodiscard]] Result<void> check(std::string_view line) const;

    QIODevice& m_device;
    TextEncoding m_encoding;
    std::size_t m_longest;
    std::string m_text;          // decoded; behind m_size bytes of it follows padding
    std::size_t m_size = 0;      // of what is text
    std::size_t m_at = 0;        // where the next line begins
    std::size_t m_searched = 0;  // no line end before this
    std::string m_rest;          // bytes of a character that the next piece completes
    char m_lineEnd = '\n';
    std::int64_t m_number = 0;
    bool m_begun = false;
    bool m_ended = false;
    std::size_t m_broken = std::string::npos;  // where in m_text UTF-16 went wrong
};

}  // namespace tokenledger
