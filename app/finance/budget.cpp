#include "app/finance/budget.h"

#include "app/core/texts.h"
#include "app/finance/definitionjson.h"
#include "app/finance/kinds.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace tokenledger {

namespace {

constexpr std::array<const char*, 5> ScopeNames = {"organization", "workspace", "team", "api_key", "model"};
constexpr std::array<const char*, 3> PeriodNames = {"month", "quarter", "year"};
const QString FiscalYearName = QStringLiteral("fiscal-year");
const QString StartMonth = QStringLiteral("start_month");

template <typename T, std::size_t Size>
std::optional<T> fromName(const std::array<const char*, Size>& names, QStringView name) {
    for (std::size_t i = 0; i < Size; ++i) {
        if (name == QLatin1String(names[i])) return static_cast<T>(i);
    }
    return std::nullopt;
}

tl::unexpected<Error> wrong(const QString& message) { return failure(ErrorKind::Usage, message); }

/// The first day of the month that lies `months` after the one of `day`.
UtcDay monthsAfter(UtcDay day, int months) {
    const QDate date = day.firstOfMonth().toDate().addMonths(months);
    return UtcDay::fromDate(date.year(), date.month(), 1);
}

}  // namespace

QString scopeName(BudgetScope scope) { return QString::fromLatin1(ScopeNames.at(static_cast<std::size_t>(scope))); }
std::optional<BudgetScope> scopeFromName(QStringView name) { return fromName<BudgetScope>(ScopeNames, name); }

QString budgetPeriodName(BudgetPeriod period) {
    return QString::fromLatin1(PeriodNames.at(static_cast<std::size_t>(period)));
}
std::optional<BudgetPeriod> budgetPeriodFromName(QStringView name) { return fromName<BudgetPeriod>(PeriodNames, name); }

Result<void> checkBudget(const Budget& budget) {
    if (budget.name.trimmed().isEmpty()) return wrong(tr("A budget needs a name."));
    if (budget.amount <= Money()) return wrong(tr("A budget needs an amount above 0."));
    if (budget.scope == BudgetScope::Team && budget.value.isEmpty()) {
        return wrong(tr("Say which team the budget is of."));
    }
    const auto& thresholds = budget.thresholds;
    const bool inOrder = std::is_sorted(thresholds.begin(), thresholds.end(), std::less_equal<>());
    if (thresholds.empty() || thresholds.size() > MostThresholds || !inOrder || thresholds.front() < 1 ||
        thresholds.back() > HighestThreshold) {
        return wrong(tr("Thresholds are one to ten different whole percentages from 1 to 1000, as in 50,80,100."));
    }
    if (budget.from && budget.to && *budget.to < *budget.from) {
        return wrong(
            tr("The budget ends on %1, before it begins on %2.").arg(budget.to->toIso(), budget.from->toIso()));
    }
    return {};
}

DefinitionChange toDefinition(const Budget& budget) {
    QJsonArray thresholds;
    for (const int threshold : budget.thresholds) thresholds.append(QString::number(threshold));
    QJsonObject body{{QStringLiteral("scope"), scopeName(budget.scope)},
                     {QStringLiteral("period"), budgetPeriodName(budget.period)},
                     {QStringLiteral("amount"), toExactString(budget.amount)},
                     {QStringLiteral("thresholds"), thresholds}};
    if (budget.scope != BudgetScope::Organization) body[QStringLiteral("value")] = budget.value;
    if (budget.from) body[QStringLiteral("from")] = budget.from->toIso();
    if (budget.to) body[QStringLiteral("to")] = budget.to->toIso();
    return {definitionkind::Budget, budget.name, canonicalJson(body)};
}

Result<Budget> budgetFrom(const Definition& definition) {
    const QStringList known{QStringLiteral("scope"),  QStringLiteral("value"),      QStringLiteral("period"),
                            QStringLiteral("amount"), QStringLiteral("thresholds"), QStringLiteral("from"),
                            QStringLiteral("to")};
    const auto fields = DefinitionFields::parse(definition.body, tr("The budget \"%1\"").arg(definition.name), known);
    if (!fields) return failure(fields.error());
    const auto scope = fields->text(QStringLiteral("scope"));
    if (!scope) return failure(scope.error());
    const auto value = fields->optionalText(QStringLiteral("value"));
    if (!value) return failure(value.error());
    const auto period = fields->text(QStringLiteral("period"));
    if (!period) return failure(period.error());
    const auto amount = fields->money(QStringLiteral("amount"));
    if (!amount) return failure(amount.error());
    const auto thresholds = fields->texts(QStringLiteral("thresholds"));
    if (!thresholds) return failure(thresholds.error());
    const auto from = fields->optionalDay(QStringLiteral("from"));
    if (!from) return failure(from.error());
    const auto to = fields->optionalDay(QStringLiteral("to"));
    if (!to) return failure(to.error());
    const auto knownScope = scopeFromName(*scope);
    if (!knownScope) return fields->bad(tr("\"%1\" is no scope").arg(*scope));
    const auto knownPeriod = budgetPeriodFromName(*period);
    if (!knownPeriod) return fields->bad(tr("\"%1\" is no period").arg(*period));
    Budget budget{definition.name, *knownScope, value->value_or(QString()), *knownPeriod, *amount, {}, *from, *to};
    const auto percents = parseThresholds(thresholds->join(u','));
    if (!percents) return fields->bad(percents.error().message);
    budget.thresholds = *percents;
    if (const auto checked = checkBudget(budget); !checked) return fields->bad(checked.error().message);
    return budget;
}

Result<std::vector<int>> parseThresholds(const QString& text) {
    std::vector<int> thresholds;
    for (const QString& part : text.split(u',')) {
        QString number = part.trimmed();
        if (number.endsWith(u'%')) number = number.chopped(1).trimmed();
        bool ok = false;
        const int percent = number.toInt(&ok);
        if (!ok) {
            return wrong(tr("Thresholds are whole percentages, as in 50,80,100; \"%1\" is none.").arg(part.trimmed()));
        }
        thresholds.push_back(percent);
    }
    std::sort(thresholds.begin(), thresholds.end());
    return thresholds;
}

DateRange budgetPeriodOf(BudgetPeriod period, UtcDay day, int startMonth) {
    if (period == BudgetPeriod::Month) return {day.firstOfMonth(), day.lastOfMonth()};
    const int sinceStart = (day.toDate().month() - startMonth + 12) % 12;
    const int length = period == BudgetPeriod::Quarter ? 3 : 12;
    const UtcDay first = monthsAfter(day, -(sinceStart % length));
    return {first, monthsAfter(first, length) - 1};
}

QString budgetPeriodLabel(const DateRange& days) {
    const QString first = days.first.toIso().left(7);
    const QString last = days.last.toIso().left(7);
    return first == last ? first : first + QStringLiteral(" to ") + last;
}

DefinitionChange fiscalYearDefinition(int startMonth) {
    return {definitionkind::FiscalYear, FiscalYearName, canonicalJson({{StartMonth, QString::number(startMonth)}})};
}

Result<int> fiscalStartMonth(const std::vector<Definition>& definitions) {
    if (definitions.empty()) return 1;
    const auto fields = DefinitionFields::parse(definitions.front().body, tr("The fiscal year"), {StartMonth});
    if (!fields) return failure(fields.error());
    const auto text = fields->text(StartMonth);
    if (!text) return failure(text.error());
    const int month = text->toInt();
    if (month < 1 || month > 12) return fields->bad(tr("\"%1\" is no month from 1 to 12").arg(*text));
    return month;
}

}  // namespace tokenledger
