#include "app/core/plaintext.h"

namespace tokenledger {

namespace {
constexpr qsizetype MaxPlainText = 300;
}  // namespace

QString plainText(const QString& text) {
    QString plain = text.left(4 * MaxPlainText);
    for (QChar& c : plain) {
        const auto category = c.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph) {
            c = u' ';
        }
    }
    plain = plain.simplified();
    return plain.size() > MaxPlainText ? QString(plain.left(MaxPlainText) + u'\u2026') : plain;
}

}  // namespace tokenledger
