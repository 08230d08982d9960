#include "ui/pages/standouttexts.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "charts/series.h"
#include "ui/pages/costtexts.h"

#include <algorithm>
#include <map>

namespace tokenledger {

namespace {

constexpr int DayWidth = 76;
constexpr int MoneyWidth = 112;
constexpr int TimesWidth = 76;
constexpr std::size_t MostFlags = 5;  // more would hide the chart

QString titleOf(Dimension dimension, const CostValue& value) {
    const CostValue shown{value.id, shownText(value.name)};
    return ValueTitles(dimension, {shown}).of(shown);
}

QString driverText(const StandOutDay& day) {
    if (!day.driver) return {};
    const Dimension of = day.dimension == Dimension::Model ? Dimension::Workspace : Dimension::Model;
    QString kind = titleOf(Dimension::TokenType, {day.driverKind, day.driverKind});
    if (kind == day.driverKind) kind = titleOf(Dimension::CostType, {day.driverKind, day.driverKind});
    return tr("%1, %2", "model and kind of tokens").arg(titleOf(of, *day.driver), kind);
}

QString timesText(double ratio) { return QLocale().toString(ratio, 'f', 1) + QChar(0x00D7); }

QString stateText(const PeriodState& state) {
    if (state.unfinishedDays > 0) return tr("provisional: fetched before it was over");
    return state.isProvisional() ? tr("provisional: may still change") : tr("final");
}

}  // namespace

QString standOutTitle(const StandOutDay& day) {
    const QString value = titleOf(day.dimension, day.value);
    if (day.dimension == Dimension::ApiKey) return tr("API key %1").arg(value);
    return day.dimension == Dimension::Workspace ? tr("Workspace %1").arg(value) : value;
}

QString standOutRatio(const StandOutDay& day) {
    const QString weekday = QLocale().standaloneDayName(day.figures.day.weekday() + 1);
    const auto ratio = day.figures.ratio();
    if (!ratio) {
        return day.figures.isNew ? tr("its first spend in eight weeks") : tr("usually nothing on a %1").arg(weekday);
    }
    return day.figures.isNew ? tr("%1 the most that a day cost before").arg(timesText(*ratio))
                             : tr("%1 its usual %2").arg(timesText(*ratio), weekday);
}

DisplayTable standOutTable(const StandOutDays& days) {
    DisplayTable table;
    table.columns = {{tr("Day"), CellKind::Time, DayWidth},
                     {tr("What"), CellKind::Text, 0},
                     {tr("Of usual"), CellKind::Figure, TimesWidth},
                     {tr("Above usual"), CellKind::Change, MoneyWidth}};
    table.columns[2].givesWay = 1;
    table.summed = 3;
    for (const StandOutDay& day : days.days) {
        DisplayCell when{formatDay(day.figures.day), {}, std::int64_t{day.figures.day.number()}};
        when.exact = day.figures.day.toIso();
        DisplayCell what = textCell(standOutTitle(day));
        const auto ratio = day.figures.ratio();
        DisplayCell times = textCell(ratio ? timesText(*ratio) : QStringLiteral("–"));
        if (day.note) what.icon = QStringLiteral("check");
        DisplayRow row{DisplayRow::Kind::Normal,
                       {when, what, times, numberCell(CellKind::Change, day.figures.excess().nano())}};
        row.key = day.figures.day.toIso() + u' ' + dimensionName(day.dimension) + u' ' + day.value.id;
        table.rows.push_back(std::move(row));
    }
    return table;
}

Explanation whyStandOut(const StandOutDay& day) {
    Explanation why;
    why.title = tr("%1 on %2").arg(standOutTitle(day), formatDayWithYear(day.figures.day));
    why.formula =
        tr("Usual is the most of: the median of this weekday in the eight weeks before, its share of the level of the "
           "last "
           "ten days, and the last three weeks' amounts grown as the last days grew. A day stands out when it is more "
           "than "
           "five robust deviations and a quarter above.");
    if (day.isEstimate()) {
        why.facts.append({tr("Estimate"), tr("the key's share of each billed line's tokens: the bill knows no keys")});
    }
    why.facts.append({tr("Amount"), formatMoneyExact(day.figures.amount)});
    why.facts.append({tr("Usual"), formatMoney(day.figures.usual)});
    why.facts.append({tr("Above usual"), formatMoneyChange(day.figures.excess())});
    why.facts.append({tr("That is"), standOutRatio(day)});
    if (day.driver) why.facts.append({tr("Driver"), driverText(day)});
    if (day.figures.isProvisional) why.facts.append({tr("State"), tr("provisional: may still change")});
    if (day.note) why.facts.append({tr("Acknowledged"), shownText(*day.note)});
    return why;
}

void markStandOuts(ChartFrame& frame, const std::vector<StandOutDay>& days) {
    std::map<UtcDay, const StandOutDay*> largest;
    for (const StandOutDay& day : days) {
        const StandOutDay*& known = largest[day.figures.day];
        if (known == nullptr || day.figures.excess() > known->figures.excess()) known = &day;
    }
    for (ChartPeriod& period : frame.periods) {
        const auto found = largest.find(UtcDay::fromSeconds(period.start));
        if (found == largest.end() || frame.interval != Interval::Day) continue;
        const QString state = period.note.isEmpty() ? stateText(period.days) : period.note;
        period.note =
            tr("%1 · stands out: %2, %3").arg(state, standOutTitle(*found->second), standOutRatio(*found->second));
    }
    std::vector<const StandOutDay*> flags;
    for (const auto& [day, standOut] : largest) flags.push_back(standOut);
    std::sort(flags.begin(), flags.end(),
              [](const StandOutDay* a, const StandOutDay* b) { return a->figures.excess() > b->figures.excess(); });
    if (flags.size() > MostFlags) flags.resize(MostFlags);
    // From left to right, so that the names of neighbours stand on either side of them.
    std::sort(flags.begin(), flags.end(),
              [](const StandOutDay* x, const StandOutDay* y) { return x->figures.day < y->figures.day; });
    for (const StandOutDay* day : flags) {
        const auto ratio = day->figures.ratio();
        const QString name = titleOf(day->dimension, day->value);
        frame.notes.push_back({NoteKind::Flag,
                               {day->figures.day, day->figures.day},
                               ratio ? QString(name + u' ' + timesText(*ratio)) : name,
                               {}});
    }
}

}  // namespace tokenledger
