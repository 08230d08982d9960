#include "app/export/harmlesstext.h"

#include <algorithm>
#include <iterator>

namespace tokenledger {

namespace {

constexpr char32_t Replacement = 0xFFFD;

}  // namespace

bool isHarmful(char32_t character) {
    struct Span {
        char32_t first;
        char32_t last;
    };
    static constexpr Span harmful[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C},
                                       {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}};
    return std::any_of(std::begin(harmful), std::end(harmful),
                       [character](const Span& span) { return character >= span.first && character <= span.last; });
}

QString harmless(const QString& text) {
    // All harmful characters are single code units.
    QString shown = text;
    for (QChar& unit : shown) {
        if (isHarmful(unit.unicode())) unit = QChar(Replacement);
    }
    return shown;
}

}  // namespace tokenledger
