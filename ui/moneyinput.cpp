#include "ui/moneyinput.h"

#include <QRegularExpression>

namespace tokenledger {

std::optional<Money> parseMoneyInput(const QString& text, const QLocale& locale) {
    const QString group = QRegularExpression::escape(locale.groupSeparator());
    const QString point = QRegularExpression::escape(locale.decimalPoint());
    QString plain = text;
    plain.remove(u'$').replace(QChar(0x2212), u'-').replace(QChar(0xA0), u' ').replace(QChar(0x202F), u' ');
    plain = plain.trimmed();
    const QString groupOrBlank = group.trimmed().isEmpty() ? QStringLiteral(" ") : group;
    const QRegularExpression form(QStringLiteral("^-?(\\d+|\\d{1,3}(%1\\d{3})+)(%2\\d+)?$").arg(groupOrBlank, point));
    if (!form.match(plain).hasMatch()) return std::nullopt;
    plain.remove(QRegularExpression(groupOrBlank));
    plain.replace(locale.decimalPoint(), QStringLiteral("."));
    const auto amount = parseDollars(plain.toStdString());
    if (!amount || amount->rounded) return std::nullopt;
    return amount->amount;
}

QString moneyInputText(Money amount, const QLocale& locale) {
    return toExactString(amount).replace(u'.', locale.decimalPoint());
}

}  // namespace tokenledger
