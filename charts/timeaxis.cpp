#include "charts/timeaxis.h"

#include "app/core/texts.h"
#include "charts/paint.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace tokenledger::timeaxis {

namespace {

constexpr double LabelHeight = 14;
constexpr double NoteHeight = 16;
constexpr double NoteGap = 8;

struct Columns {
    double left;
    double right;
};

// First and last period that hold a day of `days`; nothing when none does.
std::optional<std::pair<int, int>> periodsOf(const ChartFrame& frame, const DateRange& days) {
    std::optional<std::pair<int, int>> found;
    for (std::size_t i = 0; i < frame.periods.size(); ++i) {
        const DateRange own = daysOf(frame.periods[i].start, frame.interval, frame.range);
        if (own.last < days.first || days.last < own.first) continue;
        if (!found) found = {static_cast<int>(i), static_cast<int>(i)};
        found->second = static_cast<int>(i);
    }
    return found;
}

// A line of text that covers what is behind it.
void paintLine(QPainter& painter, const QRectF& rect, const QString& text, const Palette& colours) {
    painter.fillRect(rect.adjusted(-3, 1, 3, -1), colours.card);
    painter.setPen(colours.text2);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, text);
}

constexpr double FlagHeight = 10;
constexpr double FlagWidth = 7;

QRectF flagRect(QPointF foot) { return {foot.x() - 1, foot.y() - FlagHeight - 1, FlagWidth + 2, FlagHeight + 2}; }

void paintFlag(QPainter& painter, QPointF foot, const Palette& colours) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.warning, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(foot, foot - QPointF(0, FlagHeight));
    painter.drawPolyline(QPolygonF({foot + QPointF(0, -FlagHeight), foot + QPointF(FlagWidth, -FlagHeight),
                                    foot + QPointF(5, -7.5), foot + QPointF(FlagWidth, -5), foot + QPointF(0, -5)}));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// Its text stands beside the line, in the first of three lines that none of `used` takes.
void paintEvent(QPainter& painter, const ChartNote& note, double x, const QRectF& plot, double width,
                std::vector<QRectF>& used, const Palette& colours) {
    QPen pen(colours.text2, 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({2, 3});
    painter.setPen(pen);
    const double top = plot.top() + 2 * NoteHeight - 8;
    painter.drawLine(QPointF(std::round(x), top), QPointF(std::round(x), plot.bottom()));
    const bool right = x + NoteGap + width <= plot.right();
    const double left = right ? x + NoteGap : x - NoteGap - width;
    for (const double line : {0.0, NoteHeight, 2 * NoteHeight}) {
        const QRectF place(left, top + line, width, NoteHeight);
        const auto meets = [&place](const QRectF& other) { return other.intersects(place); };
        if (std::any_of(used.begin(), used.end(), meets)) continue;
        used.push_back(place.adjusted(-6, 0, 6, 0));
        return paintLine(painter, place, note.title, colours);
    }
}

}  // namespace

double leftMargin(const ValueAxis& axis, const ValueText& text, const QFont& font) {
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const std::int64_t tick : axis.ticks()) width = std::max(width, metrics.horizontalAdvance(text(tick)));
    return std::max(LeastLeft, std::ceil(width) + LabelDistance);
}

void paintGrid(QPainter& painter, const QRectF& plot, const PixelScale& scale, const ValueText& text, const QFont& font,
               const Palette& colours) {
    const double pixel = 1 / scale.dpr;
    painter.setFont(font);
    for (const std::int64_t tick : scale.axis.ticks()) {
        const double y = scale.snapped(tick);
        // The line lies above its value's edge, where a bar of that height ends; the base line lies below the bars.
        painter.fillRect(QRectF(plot.left(), tick == 0 ? y : y - pixel, plot.width(),
                                std::max(pixel, std::round(scale.dpr) * pixel)),
                         tick == 0 ? colours.controlBorder : colours.grid);
        painter.setPen(colours.text3);
        painter.drawText(QRectF(plot.left() - LabelDistance - 120, y - LabelHeight / 2, 120, LabelHeight),
                         Qt::AlignRight | Qt::AlignVCenter, text(tick));
    }
}

void paintPeriods(QPainter& painter, const PeriodGrid& grid, const std::vector<PeriodTick>& ticks, double top,
                  const QFont& font, const Palette& colours) {
    painter.setFont(font);
    painter.setPen(colours.text3);
    for (const PeriodTick& tick : ticks)
        painter.drawText(QRectF(grid.centre(tick.period) - 60, top, 120, LabelHeight), Qt::AlignCenter, tick.text);
}

void paintGaps(QPainter& painter, const PeriodGrid& grid, const std::vector<ChartPeriod>& periods, const QRectF& plot,
               const Palette& colours) {
    for (int i = 0; i < grid.count; ++i) {
        if (!periods[static_cast<std::size_t>(i)].isGap()) continue;
        int last = i;
        while (last + 1 < grid.count && periods[static_cast<std::size_t>(last) + 1].isGap()) ++last;
        const double left = grid.edge(i);
        paint::gap(painter, QRectF(left, plot.top(), grid.edge(last + 1) - left, plot.height()), colours);
        i = last;
    }
}

void paintNotes(QPainter& painter, const ChartFrame& frame, const std::vector<ChartNote>& notes, const PeriodGrid& grid,
                const QRectF& plot, const QFont& font, const Palette& colours,
                const std::function<double(int)>& barTop) {
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    // Flags before texts, which give way to them.
    std::vector<QRectF> used;
    for (const ChartNote& note : notes) {
        const auto periods = note.kind == NoteKind::Flag ? periodsOf(frame, note.days) : std::nullopt;
        if (!periods) continue;
        const double x = std::round((grid.edge(periods->first) + grid.edge(periods->second + 1)) / 2);
        const QPointF foot(x - 3, std::max(plot.top() + 12, barTop(periods->first) - 4));
        paintFlag(painter, foot, colours);
        used.push_back(flagRect(foot));
    }
    const auto isFree = [&](const QRectF& rect) {
        return plot.adjusted(-1, -1, 1, 1).contains(rect) &&
               std::none_of(used.begin(), used.end(), [&](const QRectF& other) { return other.intersects(rect); });
    };
    for (const ChartNote& note : notes) {
        const auto periods = periodsOf(frame, note.days);
        if (!periods) continue;
        const Columns columns{grid.edge(periods->first), grid.edge(periods->second + 1)};
        const double width = std::ceil(metrics.horizontalAdvance(note.title));
        if (note.kind == NoteKind::Event) {
            paintEvent(painter, note, columns.left, plot, width, used, colours);
            continue;
        }
        if (note.kind == NoteKind::Gap) {
            const double card = paint::noteCardWidth(note.title, note.text, font);
            if (card + 2 * NoteGap <= columns.right - columns.left && plot.height() >= 80) {
                paint::noteCard(painter, QRectF(columns.left, plot.top(), columns.right - columns.left, plot.height()),
                                note.title, note.text, font, colours);
                continue;
            }
        }
        // Beside its column, on the side with more room, in the first of three lines that is free.
        const double indent = note.kind == NoteKind::Flag ? 4 : NoteGap;
        for (const double line : {4.0, 4.0 + NoteHeight, 4.0 + 2 * NoteHeight}) {
            const QRectF right(columns.right + indent, plot.top() + line, width, NoteHeight);
            const QRectF left(columns.left - indent - width, plot.top() + line, width, NoteHeight);
            const bool leftFirst = note.kind == NoteKind::Flag;
            const QRectF& first = leftFirst ? left : right;
            const QRectF& second = leftFirst ? right : left;
            if (!isFree(first) && !isFree(second)) continue;
            const QRectF place = isFree(first) ? first : second;
            used.push_back(place.adjusted(-6, 0, 6, 0));
            paintLine(painter, place, note.title, colours);
            break;
        }
    }
}

QString stateText(const ChartPeriod& period) {
    if (!period.note.isEmpty()) return period.note;
    const int lacking = period.days.missingDays + period.days.failedDays;
    const int days = lacking + period.days.presentDays();
    switch (period.kind()) {
        case PeriodKind::Final:
            return tokenledger::tr("final");
        case PeriodKind::Provisional:
            return tokenledger::tr("provisional: may still change");
        case PeriodKind::Running:
            return tokenledger::tr("provisional: fetched before it was over");
        case PeriodKind::Partial:
            return tokenledger::tr("%1 of %2 days are here").arg(days - lacking).arg(days);
        case PeriodKind::Missing:
            return tokenledger::tr("not fetched yet: no data, not zero");
        case PeriodKind::Failed:
            return tokenledger::tr("fetching failed: no data, not zero");
    }
    return {};
}

QString periodTitle(const ChartFrame& frame, int period) {
    return formatPeriod(frame.periods[static_cast<std::size_t>(period)].start, frame.interval, frame.range);
}

int periodIndex(const ChartFrame& frame, PeriodStart start) {
    const auto found = std::find_if(frame.periods.begin(), frame.periods.end(),
                                    [start](const ChartPeriod& period) { return period.start == start; });
    return found == frame.periods.end() ? -1 : static_cast<int>(found - frame.periods.begin());
}

bool hasGap(const ChartFrame& frame) {
    return std::any_of(frame.periods.begin(), frame.periods.end(), [](const ChartPeriod& p) { return p.isGap(); });
}

bool hasProvisional(const ChartFrame& frame) {
    return std::any_of(frame.periods.begin(), frame.periods.end(), [](const ChartPeriod& p) { return p.isHatched(); });
}

}  // namespace tokenledger::timeaxis
