#include "ui/reportpages.h"

#include "app/core/texts.h"

#include <QFontMetricsF>

#include <cmath>

namespace tokenledger {

namespace {

// A4 in pixels of 1/96 inch.
constexpr double PageWidth = 793;
constexpr double PageHeight = 1122;
constexpr double Margin = 48;
constexpr double FootHeight = 32;
constexpr double PixelsAnInch = 96;
constexpr double Bottom = PageHeight - Margin - FootHeight;

}  // namespace

double ReportPages::width() { return PageWidth - 2 * Margin; }

int ReportPages::add(Block block) {
    m_blocks.push_back(std::move(block));
    return static_cast<int>(m_blocks.size()) - 1;
}

void ReportPages::addText(const QString& text, TextStyle style, const QColor& colour, bool staysWithNext) {
    const QFont font = Look::font(style);
    const QRectF needed =
        QFontMetricsF(font).boundingRect(QRectF(0, 0, width(), PageHeight), Qt::TextWordWrap | Qt::AlignLeft, text);
    add({std::ceil(needed.height()) + 2,
         [text, font, colour](QPainter& painter, const QRectF& place) {
             painter.setFont(font);
             painter.setPen(colour);
             painter.drawText(place, Qt::TextWordWrap | Qt::AlignLeft, text);
         },
         staysWithNext, -1});
}

std::vector<ReportPages::Page> ReportPages::pages() const {
    std::vector<Page> all(1);
    double y = Margin;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        // With all those that it has to stay with.
        double needed = m_blocks[i].height;
        for (std::size_t next = i; next + 1 < m_blocks.size() && m_blocks[next].staysWithNext; ++next) {
            needed += m_blocks[next + 1].height;
        }
        if (y + needed > Bottom && !all.back().empty()) {
            all.emplace_back();
            y = Margin;
            const int header = m_blocks[i].header;
            if (header >= 0 && header != static_cast<int>(i)) {
                all.back().push_back(header);
                y += m_blocks[static_cast<std::size_t>(header)].height;
            }
        }
        all.back().push_back(static_cast<int>(i));
        y += m_blocks[i].height;
    }
    return all;
}

void ReportPages::paintFoot(QPainter& painter, int page, int count) const {
    const Palette& colours = palette(Theme::Light);
    const QRectF place(Margin, PageHeight - Margin - FootHeight / 2, width(), FootHeight / 2);
    painter.setPen(colours.border);
    painter.drawLine(place.topLeft(), place.topRight());
    painter.setFont(Look::font(TextStyle::Tiny));
    painter.setPen(colours.text3);
    painter.drawText(place.adjusted(0, 4, 0, 4), Qt::AlignLeft | Qt::AlignVCenter, m_foot);
    painter.drawText(place.adjusted(0, 4, 0, 4), Qt::AlignRight | Qt::AlignVCenter,
                     tokenledger::tr("Page %1 of %2").arg(page).arg(count));
}

bool ReportPages::paint(QPagedPaintDevice& device) const {
    QPainter painter;
    if (!painter.begin(&device)) return false;
    const std::vector<Page> all = pages();
    for (std::size_t n = 0; n < all.size(); ++n) {
        if (n > 0 && !device.newPage()) return false;
        painter.save();
        painter.scale(device.logicalDpiX() / PixelsAnInch, device.logicalDpiY() / PixelsAnInch);
        painter.setRenderHint(QPainter::Antialiasing);
        double y = Margin;
        for (const int index : all[n]) {
            const Block& block = m_blocks[static_cast<std::size_t>(index)];
            painter.save();
            block.paint(painter, QRectF(Margin, y, width(), block.height));
            painter.restore();
            y += block.height;
        }
        paintFoot(painter, static_cast<int>(n) + 1, static_cast<int>(all.size()));
        painter.restore();
    }
    return painter.end();
}

}  // namespace tokenledger
