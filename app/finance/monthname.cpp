#include "app/finance/monthname.h"

#include "app/core/texts.h"

namespace tokenledger {

Result<UtcDay> parseMonth(const QString& text) {
    const auto first = UtcDay::fromIso(QString(text + QStringLiteral("-01")));
    if (!first) return failure(ErrorKind::Usage, tr("\"%1\" is no month: they are written as in 2026-10.").arg(text));
    return *first;
}

QString monthName(UtcDay day) { return periodLabel(day.firstOfMonth().startSeconds(), Interval::Month); }

DateRange monthOf(UtcDay day) { return {day.firstOfMonth(), day.lastOfMonth()}; }

}  // namespace tokenledger
