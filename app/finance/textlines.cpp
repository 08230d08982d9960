#include "app/finance/textlines.h"

#include "app/core/texts.h"

#include <array>
#include <cstring>
#include <simdjson.h>

namespace tokenledger {

namespace {

constexpr qint64 PieceBytes = 1 << 20;
constexpr std::size_t Padding = 64;  // what simdjson wants to be able to read beyond a text
static_assert(Padding >= simdjson::SIMDJSON_PADDING);

struct Named {
    TextEncoding encoding;
    const char* name;
};
constexpr std::array<Named, 6> Names = {{{TextEncoding::Auto, "auto"},
                                         {TextEncoding::Utf8, "utf-8"},
                                         {TextEncoding::Utf16Le, "utf-16le"},
                                         {TextEncoding::Utf16Be, "utf-16be"},
                                         {TextEncoding::Windows1252, "windows-1252"},
                                         {TextEncoding::Latin1, "latin-1"}}};

// Windows-1252 where it differs from Latin-1: 0x80 to 0x9F; 0: no character.
constexpr std::array<char16_t, 32> Windows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& text, char32_t c) {
    const auto byte = [&text](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0U | c >> 6U);
        byte(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        byte(0xE0U | c >> 12U);
        byte(0x80U | (c >> 6U & 0x3FU));
        byte(0x80U | (c & 0x3FU));
    } else {
        byte(0xF0U | c >> 18U);
        byte(0x80U | (c >> 12U & 0x3FU));
        byte(0x80U | (c >> 6U & 0x3FU));
        byte(0x80U | (c & 0x3FU));
    }
}

bool isSurrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xE000; }

tl::unexpected<Error> bad(const QString& message) { return failure(ErrorKind::Usage, message); }

/// What a file is that begins like this and is no text; empty: it may be one.
QString otherKind(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04")) {
        return tokenledger::tr(
            "This is a spreadsheet or another ZIP file, not text. Save the sheet as CSV and import that.");
    }
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        return tokenledger::tr(
            "This is an old spreadsheet file (XLS), not text. Save the sheet as CSV and import that.");
    }
    if (bytes.starts_with("\x1F\x8B") || bytes.starts_with("\x28\xB5\x2F\xFD")) {
        return tokenledger::tr("This file is compressed. Unpack it and import what comes out.");
    }
    return {};
}

}  // namespace

QString encodingName(TextEncoding encoding) {
    for (const Named& named : Names) {
        if (named.encoding == encoding) return QString::fromLatin1(named.name);
    }
    return {};
}

std::optional<TextEncoding> encodingFromName(QStringView name) {
    for (const Named& named : Names) {
        if (name == QLatin1String(named.name)) return named.encoding;
    }
    return std::nullopt;
}

TextLines::TextLines(QIODevice& device, TextEncoding wanted, std::size_t longest)
    : m_device(device), m_encoding(wanted), m_longest(longest) {}

Result<void> TextLines::begin() {
    m_begun = true;
    const QByteArray head = m_device.peek(4096);
    const std::string_view bytes(head.constData(), static_cast<std::size_t>(head.size()));
    if (const QString other = otherKind(bytes); !other.isEmpty()) return bad(other);
    const bool utf8Mark = bytes.starts_with("\xEF\xBB\xBF");
    const bool littleMark = bytes.starts_with("\xFF\xFE");
    const bool bigMark = bytes.starts_with("\xFE\xFF");
    if (m_encoding == TextEncoding::Auto) {
        m_encoding = littleMark ? TextEncoding::Utf16Le : bigMark ? TextEncoding::Utf16Be : TextEncoding::Utf8;
    }
    const bool isUtf16 = m_encoding == TextEncoding::Utf16Le || m_encoding == TextEncoding::Utf16Be;
    if (!isUtf16 && bytes.find('\0') != std::string_view::npos) {
        if (bytes.size() >= 4 && (bytes[0] == '\0') != (bytes[1] == '\0') && (bytes[0] == '\0') == (bytes[2] == '\0')) {
            return bad(
                tokenledger::tr("This file looks like UTF-16 without a byte order mark. Say so (--encoding utf-16le or "
                                "utf-16be), or save it as UTF-8."));
        }
        return bad(tokenledger::tr("This is not a text file: it holds bytes of value 0. Import CSV or JSON lines."));
    }
    if (utf8Mark && m_encoding == TextEncoding::Utf8) m_device.skip(3);
    if ((littleMark && m_encoding == TextEncoding::Utf16Le) || (bigMark && m_encoding == TextEncoding::Utf16Be)) {
        m_device.skip(2);
    }
    if (auto filled = fill(); !filled) return filled;
    const std::string_view text(m_text.data(), m_size);
    if (text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos) m_lineEnd = '\r';
    return {};
}

Result<void> TextLines::fill() {
    const QByteArray piece = m_device.read(PieceBytes);
    if (piece.isEmpty()) {
        m_ended = true;
        if (!m_device.atEnd()) {
            return failure(ErrorKind::Usage, tokenledger::tr("The file cannot be read to its end."),
                           m_device.errorString());
        }
        if (!m_rest.empty()) m_broken = std::min(m_broken, m_size);
        return {};
    }
    // What was given out goes; the lines before it stay, so that a line is in one piece.
    m_text.erase(0, m_at);
    m_size -= m_at;
    m_searched -= m_at;
    if (m_broken != std::string::npos) m_broken -= m_at;
    m_at = 0;
    m_text.resize(m_size);
    decode({piece.constData(), static_cast<std::size_t>(piece.size())});
    m_size = m_text.size();
    m_text.resize(m_size + Padding);
    return {};
}

void TextLines::decode(std::string_view bytes) {
    switch (m_encoding) {
        case TextEncoding::Auto:
        case TextEncoding::Utf8:
            m_text += bytes;  // checked line by line
            return;
        case TextEncoding::Utf16Le:
        case TextEncoding::Utf16Be:
            return decodeUtf16(bytes);
        case TextEncoding::Windows1252:
        case TextEncoding::Latin1:
            for (const char c : bytes) {
                const auto byte = static_cast<unsigned char>(c);
                const bool differs = m_encoding == TextEncoding::Windows1252 && byte >= 0x80 && byte < 0xA0;
                const char32_t decoded = differs ? Windows1252[byte - 0x80U] : byte;
                if (decoded == 0 && byte != 0) m_broken = std::min(m_broken, m_text.size());
                append(m_text, decoded);
            }
            return;
    }
}

void TextLines::decodeUtf16(std::string_view bytes) {
    std::string all = std::move(m_rest);
    all += bytes;
    const bool little = m_encoding == TextEncoding::Utf16Le;
    const auto unitAt = [&](std::size_t at) -> char32_t {
        const auto first = static_cast<unsigned char>(all[at]);
        const auto second = static_cast<unsigned char>(all[at + 1]);
        return little ? static_cast<char32_t>(first | second << 8U) : static_cast<char32_t>(first << 8U | second);
    };
    std::size_t at = 0;
    for (; at + 2 <= all.size(); at += 2) {
        const char32_t unit = unitAt(at);
        if (!isSurrogate(unit)) {
            append(m_text, unit);
            continue;
        }
        if (unit < 0xDC00 && at + 4 > all.size()) break;  // its other half comes with the next piece
        const char32_t low = unit < 0xDC00 ? unitAt(at + 2) : 0;
        if (low < 0xDC00 || low >= 0xE000) {
            m_broken = std::min(m_broken, m_text.size());
            append(m_text, 0xFFFD);
            continue;
        }
        append(m_text, 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00));
        at += 2;
    }
    m_rest = all.substr(at);
}

Result<void> TextLines::check(std::string_view line) const {
    const auto start = static_cast<std::size_t>(line.data() - m_text.data());
    if (m_broken != std::string::npos && m_broken <= start + line.size()) {
        return bad(tokenledger::tr("Line %1 is not %2 text.").arg(m_number).arg(encodingName(m_encoding)));
    }
    if (std::memchr(line.data(), 0, line.size()) != nullptr) {
        return bad(tokenledger::tr("Line %1 holds a byte of value 0: this is not a text file.").arg(m_number));
    }
    if (m_encoding == TextEncoding::Utf8 && !simdjson::validate_utf8(line.data(), line.size())) {
        return bad(
            tokenledger::tr("Line %1 is not UTF-8 text. Save the file as UTF-8, or say what it is encoded in (older "
                            "spreadsheets: --encoding windows-1252).")
                .arg(m_number));
    }
    return {};
}

Result<bool> TextLines::next(std::string_view& line) {
    if (!m_begun) {
        if (auto begun = begin(); !begun) return failure(begun.error());
    }
    for (;;) {
        const void* found =
            m_searched < m_size ? std::memchr(m_text.data() + m_searched, m_lineEnd, m_size - m_searched) : nullptr;
        std::size_t end = m_size;
        if (found != nullptr) end = static_cast<std::size_t>(static_cast<const char*>(found) - m_text.data());
        if (end - m_at > m_longest) {
            return bad(tokenledger::tr("Line %1 is longer than %2 MB: this is no table.")
                           .arg(m_number + 1)
                           .arg(m_longest >> 20U));
        }
        if (found != nullptr || (m_ended && (m_at < m_size || m_broken <= m_size))) {
            ++m_number;
            line = std::string_view(m_text.data() + m_at, end - m_at);
            if (auto sound = check(line); !sound) return failure(sound.error());
            if (m_lineEnd == '\n' && line.ends_with('\r')) line.remove_suffix(1);
            m_at = std::min(end + 1, m_size);
            m_searched = m_at;
            return true;
        }
        if (m_ended) return false;
        m_searched = m_size;
        if (auto filled = fill(); !filled) return failure(filled.error());
    }
}

}  // namespace tokenledger
