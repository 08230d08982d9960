#include "ui/widgets/dayrangepicker.h"

#include "app/core/texts.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

UtcDay toDay(const QDate& date) { return UtcDay::fromDate(date.year(), date.month(), date.day()); }

/// A date field over a month's calendar; both show the same day.
QDateEdit* addSide(QHBoxLayout* row, const QString& title, const QString& name, UtcDay day, UtcDay today,
                   const Look& look, QWidget* parent) {
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    auto* label = new QLabel(title, parent);
    label->setFont(Look::font(TextStyle::SmallStrong));
    column->addWidget(label);
    auto* edit = new QDateEdit(day.toDate(), parent);
    edit->setObjectName(name);
    edit->setDisplayFormat(tr("d MMM yyyy", "format of a date"));
    edit->setMaximumDate(today.toDate());
    edit->setAccessibleName(title);
    label->setBuddy(edit);
    column->addWidget(edit);
    auto* calendar = new QCalendarWidget(parent);
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    const QTextCharFormat plain;
    calendar->setWeekdayTextFormat(Qt::Saturday, plain);
    calendar->setWeekdayTextFormat(Qt::Sunday, plain);
    calendar->setMaximumDate(today.toDate());
    calendar->setSelectedDate(day.toDate());
    calendar->setFixedSize(304, 200);
    const std::pair<const char*, const char*> arrows[] = {{"qt_calendar_prevmonth", "chevron-left"},
                                                          {"qt_calendar_nextmonth", "chevron-right"}};
    for (const auto& [button, icon] : arrows) {
        if (auto* tool = calendar->findChild<QToolButton*>(QLatin1String(button))) {
            tool->setIcon(Look::icon(QLatin1String(icon), look.colours().text2));
        }
    }
    column->addWidget(calendar);
    row->addLayout(column);
    QObject::connect(calendar, &QCalendarWidget::selectionChanged, edit,
                     [edit, calendar] { edit->setDate(calendar->selectedDate()); });
    QObject::connect(edit, &QDateEdit::dateChanged, calendar, &QCalendarWidget::setSelectedDate);
    return edit;
}

}  // namespace

DayRangePicker::DayRangePicker(const Look& look, const DateRange& range, UtcDay today, QWidget* parent)
    : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_first = addSide(row, tr("First day (UTC)"), QStringLiteral("customFirst"), range.first, today, look, this);
    m_last = addSide(row, tr("Last day (UTC)"), QStringLiteral("customLast"), range.last, today, look, this);
    connect(m_first, &QDateEdit::dateChanged, this, &DayRangePicker::changed);
    connect(m_last, &QDateEdit::dateChanged, this, &DayRangePicker::changed);
}

std::optional<DateRange> DayRangePicker::range() const {
    const DateRange range{toDay(m_first->date()), toDay(m_last->date())};
    return range.first <= range.last ? std::optional(range) : std::nullopt;
}

}  // namespace tokenledger
