#include "charts/completenessmap.h"

#include "charts/format.h"
#include "charts/paint.h"
#include "charts/tipcard.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int SquaresLeft = 172;
constexpr int WidthRight = 158;  // where the words of the bucket width end
constexpr int CountWidth = 84;
constexpr int AxisHeight = 24;
constexpr int BottomPadding = 8;
constexpr int LeastRowPitch = 24;
constexpr int BandGap = 12;
constexpr int LeastLabelDistance = 64;
constexpr int MostErrorLetters = 90;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

DayMark markOfDay(const MapDay& day) {
    if (!day.asked) return DayMark::NotAsked;
    switch (day.state) {
        case DayState::Final:
            return DayMark::Final;
        case DayState::Provisional:
            return DayMark::Provisional;
        case DayState::Failed:
            return DayMark::Failed;
        case DayState::Missing:
            break;
    }
    return DayMark::Missing;
}

/// Of a month, what needs attention most decides.
int urgency(DayMark mark) {
    switch (mark) {
        case DayMark::Failed:
            return 4;
        case DayMark::Missing:
            return 3;
        case DayMark::Provisional:
            return 2;
        case DayMark::Final:
            return 1;
        case DayMark::NotAsked:
            break;
    }
    return 0;
}

QString nameOf(DayMark mark) {
    switch (mark) {
        case DayMark::Final:
            return CompletenessMap::tr("final");
        case DayMark::Provisional:
            return CompletenessMap::tr("provisional");
        case DayMark::Failed:
            return CompletenessMap::tr("failed");
        case DayMark::Missing:
            return CompletenessMap::tr("missing");
        case DayMark::NotAsked:
            break;
    }
    return CompletenessMap::tr("not asked for");
}

QString fetchedText(const QDateTime& time) { return formatDay(UtcDay::fromDateTime(time)) + u' ' + formatTime(time); }

}  // namespace

CompletenessMap::CompletenessMap(QWidget* parent) : ChartWidget(parent) {}
CompletenessMap::~CompletenessMap() = default;

void CompletenessMap::setData(CompletenessMapData data) {
    m_data = std::move(data);
    dataChanged(m_data.title);
}

MapScale CompletenessMap::scaleFor(int width) const {
    return mapScale(m_data.range, std::max(60, width - SquaresLeft - CountWidth));
}

int CompletenessMap::rowPitch(const MapScale& scale) const {
    return scale.lines() == 1 ? std::max(LeastRowPitch, scale.pitch + 6) : scale.bandHeight() + BandGap;
}

int CompletenessMap::heightFor(int width) const {
    if (m_data.rows.empty()) return AxisHeight + 3 * LeastRowPitch + BottomPadding;
    return AxisHeight + static_cast<int>(m_data.rows.size()) * rowPitch(scaleFor(width)) + BottomPadding;
}

void CompletenessMap::layOut() { m_scale = scaleFor(width()); }

double CompletenessMap::bandTop(std::size_t row) const {
    const int pitch = rowPitch(m_scale);
    return AxisHeight + static_cast<int>(row) * pitch + (pitch - m_scale.bandHeight()) / 2;
}

int CompletenessMap::markCount() const { return static_cast<int>(m_data.rows.size()) * m_scale.marks(); }

QRectF CompletenessMap::markRect(int mark) const {
    const int marks = m_scale.marks();
    return m_scale.square(mark % marks).translated(SquaresLeft, bandTop(at(mark / marks)));
}

int CompletenessMap::markAt(QPointF position) const {
    for (std::size_t row = 0; row < m_data.rows.size(); ++row) {
        const int mark = m_scale.markAt(position - QPointF(SquaresLeft, bandTop(row)));
        if (mark >= 0) return static_cast<int>(row) * m_scale.marks() + mark;
    }
    return -1;
}

CompletenessMap::Place CompletenessMap::placeOf(int mark) const {
    return {at(mark / m_scale.marks()), m_scale.daysOf(mark % m_scale.marks())};
}

int CompletenessMap::markOf(std::size_t row, UtcDay day) const {
    const int mark = m_scale.markOf(day);
    return mark < 0 || row >= m_data.rows.size() ? -1 : static_cast<int>(row) * m_scale.marks() + mark;
}

DayMark CompletenessMap::shownAs(int mark) const {
    const Place place = placeOf(mark);
    DayMark worst = DayMark::NotAsked;
    for (UtcDay day = place.days.first; day <= place.days.last; day = day + 1) {
        const DayMark one = markOfDay(m_data.rows[place.row].days[at(day - m_data.range.first)]);
        if (urgency(one) > urgency(worst)) worst = one;
    }
    return worst;
}

std::vector<KeyEntry> CompletenessMap::keyEntries() const {
    const bool unasked = std::any_of(m_data.rows.begin(), m_data.rows.end(), [](const MapRow& row) {
        return std::any_of(row.days.begin(), row.days.end(), [](const MapDay& day) { return !day.asked; });
    });
    std::vector<KeyEntry> entries{{KeyMark::FinalDay, nameOf(DayMark::Final)},
                                  {KeyMark::ProvisionalDay, nameOf(DayMark::Provisional)},
                                  {KeyMark::MissingDay, nameOf(DayMark::Missing)},
                                  {KeyMark::FailedDay, nameOf(DayMark::Failed)}};
    if (unasked) entries.push_back({KeyMark::NotAskedDay, nameOf(DayMark::NotAsked)});
    return entries;
}

QString CompletenessMap::pictureSubtitle() const { return formatRange(m_data.range); }

std::unique_ptr<ChartWidget> CompletenessMap::copy() const {
    auto chart = std::make_unique<CompletenessMap>();
    chart->setData(m_data);
    return chart;
}

ChartTip CompletenessMap::tipOf(int mark) const {
    const Place place = placeOf(mark);
    const MapRow& row = m_data.rows[place.row];
    ChartTip tip;
    if (place.days.first == place.days.last) {
        const MapDay& day = row.days[at(place.days.first - m_data.range.first)];
        tip.title = formatPeriod(place.days.first.startSeconds(), Interval::Day, m_data.range);
        tip.total = nameOf(markOfDay(day));
        tip.rows.push_back({{}, {}, row.name, row.width});
        if (day.fetchedAt.isValid()) {
            const bool failed = day.state == DayState::Failed;
            tip.rows.push_back({{}, {}, failed ? tr("Last tried") : tr("Fetched"), fetchedText(day.fetchedAt)});
        }
        tip.state = day.error;
        if (tip.state.size() > MostErrorLetters) tip.state = tip.state.left(MostErrorLetters) + u'…';
        if (day.state != DayState::Failed && !day.error.isEmpty())
            tip.rows.push_back({{}, {}, tr("Last attempt"), tr("failed; the earlier figures are kept")});
        return tip;
    }
    tip.title = formatRange(place.days);
    tip.total = row.name;
    for (const DayMark kind :
         {DayMark::Final, DayMark::Provisional, DayMark::Missing, DayMark::Failed, DayMark::NotAsked}) {
        int count = 0;
        for (UtcDay day = place.days.first; day <= place.days.last; day = day + 1) {
            if (markOfDay(row.days[at(day - m_data.range.first)]) == kind) ++count;
        }
        if (count > 0) tip.rows.push_back({{}, {}, nameOf(kind), count == 1 ? tr("1 day") : tr("%1 days").arg(count)});
    }
    return tip;
}

void CompletenessMap::paintBelowLines(QPainter& painter) const {
    if (m_data.rows.empty()) return;
    paintAxis(painter);
    for (std::size_t row = 0; row < m_data.rows.size(); ++row) paintRow(painter, row);
}

/// Mondays above a line of days, months above a calendar, years above months; as many as have room.
void CompletenessMap::paintAxis(QPainter& painter) const {
    painter.setFont(axisFont());
    const QFontMetricsF metrics(painter.font());
    const double bottom = bandTop(m_data.rows.size() - 1) + m_scale.bandHeight();
    const double right = width() - CountWidth;
    double free = 0;
    for (int mark = 0; mark < m_scale.marks(); ++mark) {
        const UtcDay day = m_scale.daysOf(mark).first;
        QString text;
        if (m_scale.kind == MapScale::Kind::Days && day.weekday() == 0) text = formatDay(day);
        if (m_scale.kind == MapScale::Kind::Weeks && day == day.firstOfMonth()) {
            const QDate date = day.toDate();
            text = date.month() == 1 ? QString::number(date.year())
                                     : QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat);
        }
        if (m_scale.kind == MapScale::Kind::Months && (mark == 0 || day.toDate().month() <= m_scale.monthsPerMark))
            text = QString::number(day.toDate().year());
        const double x = SquaresLeft + m_scale.square(mark).left() - 1;
        const double textWidth = metrics.horizontalAdvance(text);
        if (text.isEmpty() || x < free || x + textWidth + 4 > right) continue;
        free = x + (m_scale.kind == MapScale::Kind::Days ? LeastLabelDistance : textWidth + 10);
        painter.fillRect(QRectF(x - 1, 6, 1, bottom - 6), colours().grid);
        painter.setPen(colours().text3);
        painter.drawText(QRectF(x + 3, 2, textWidth + 2, 16), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    painter.setPen(colours().text3);
    painter.drawText(QRectF(right, 2, CountWidth, 16), Qt::AlignRight | Qt::AlignVCenter, tr("days final"));
}

void CompletenessMap::paintRow(QPainter& painter, std::size_t row) const {
    const MapRow& content = m_data.rows[row];
    const double top = bandTop(row);
    const QRectF line(0, top + std::min(m_scale.bandHeight(), m_scale.cell) / 2.0 - 9, width(), 18);
    const QRectF words = m_scale.lines() == 1 ? line : line.translated(0, 3);
    painter.setFont(paint::textFont(font(), 12));
    painter.setPen(colours().text1);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, content.name);
    painter.setFont(axisFont());
    painter.setPen(colours().text3);
    painter.drawText(QRectF(0, words.top(), WidthRight, 18), Qt::AlignRight | Qt::AlignVCenter, content.width);
    painter.setPen(colours().text2);
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, content.count);
    for (int mark = 0; mark < m_scale.marks(); ++mark) {
        const int number = static_cast<int>(row) * m_scale.marks() + mark;
        paint::day(painter, markRect(number), shownAs(number), colours());
    }
}

void CompletenessMap::keyPressEvent(QKeyEvent* event) {
    const int marks = m_scale.marks();
    const bool calendar = m_scale.kind == MapScale::Kind::Weeks;
    int steps = 0;
    switch (event->key()) {
        case Qt::Key_Left:
            steps = calendar ? -7 : -1;
            break;
        case Qt::Key_Right:
            steps = calendar ? 7 : 1;
            break;
        case Qt::Key_Up:
            steps = calendar ? -1 : -marks;
            break;
        case Qt::Key_Down:
            steps = calendar ? 1 : marks;
            break;
        case Qt::Key_PageUp:
            steps = -marks;
            break;
        case Qt::Key_PageDown:
            steps = marks;
            break;
        default:
            ChartWidget::keyPressEvent(event);
            return;
    }
    const int next = currentMark() < 0 ? firstMark() : currentMark() + steps;
    if (next >= 0 && next < markCount()) setCurrentMark(next);
}

}  // namespace tokenledger
