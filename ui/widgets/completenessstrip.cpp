#include "ui/widgets/completenessstrip.h"

#include <QPainter>

namespace tokenledger {

namespace {

constexpr int MarkWidth = 4;
constexpr int MarkPitch = 5;
constexpr int MarkHeight = 10;
constexpr int MostMarks = 40;
constexpr int BarWidth = 180;

}  // namespace

CompletenessStrip::CompletenessStrip(const Look& look, QWidget* parent) : QWidget(parent), m_look(look) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] { update(); });
}

void CompletenessStrip::setDays(std::vector<DayState> days) {
    m_days = std::move(days);
    updateGeometry();
    update();
}

QSize CompletenessStrip::sizeHint() const {
    const int days = static_cast<int>(m_days.size());
    return {days > MostMarks ? BarWidth : days * MarkPitch, MarkHeight};
}

void CompletenessStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (static_cast<int>(m_days.size()) > MostMarks) {
        paintBar(painter);
    } else {
        paintMarks(painter);
    }
}

void CompletenessStrip::paintMarks(QPainter& painter) const {
    const Palette& c = m_look.colours();
    int x = 0;
    for (const DayState state : m_days) {
        const QRect mark(x, 0, MarkWidth, MarkHeight);
        x += MarkPitch;
        if (state == DayState::Final) painter.fillRect(mark, c.controlBorder);
        if (state == DayState::Failed) painter.fillRect(mark, c.unfavourable);
        if (state == DayState::Provisional || state == DayState::Missing) {
            painter.setPen(state == DayState::Provisional ? c.text3 : c.border);
            painter.drawRect(mark.adjusted(0, 0, -1, -1));
        }
    }
}

void CompletenessStrip::paintBar(QPainter& painter) const {
    const Palette& c = m_look.colours();
    const auto days = static_cast<int>(m_days.size());
    painter.fillRect(rect(), c.grid);
    for (int day = 0; day < days; ++day) {
        const DayState state = m_days[static_cast<std::size_t>(day)];
        const int left = day * width() / days;
        const int right = std::max(left + (state == DayState::Failed ? 2 : 0), (day + 1) * width() / days);
        if (state == DayState::Final) painter.fillRect(left, 0, right - left, height(), c.controlBorder);
        if (state == DayState::Failed) painter.fillRect(left, 0, right - left, height(), c.unfavourable);
    }
}

}  // namespace tokenledger
