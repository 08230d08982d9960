// Pages of a printed report: blocks one below the other, cut into pages, with a line at the foot of each. Painting
// happens in device-independent pixels of 1/96 inch, whatever the device's own resolution. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QPagedPaintDevice>
#include <QPainter>

#include <functional>
#include <optional>
#include <vector>

namespace tokenledger {

class ReportPages {
public:
    using Paint = std::function<void(QPainter& painter, const QRectF& place)>;
    struct Block {
        double height = 0;
        Paint paint;
        bool staysWithNext = false;  // a title is never the last of a page
        int header = -1;             // the block that is repeated on top of a page which this one begins; -1: none
    };

    /// `foot`: what stands at the left of each page's foot; the page's number stands at the right.
    explicit ReportPages(QString foot) : m_foot(std::move(foot)) {}

    [[nodiscard]] static double width();
    /// The index of the block, for Block::header.
    int add(Block block);
    void addSpace(double height) {
        add({height, [](QPainter&, const QRectF&) {}, true, -1});
    }
    /// Wrapped text.
    void addText(const QString& text, TextStyle style, const QColor& colour, bool staysWithNext = false);

    /// False: the device takes nothing.
    [[nodiscard]] bool paint(QPagedPaintDevice& device) const;
    [[nodiscard]] int pageCount() const { return static_cast<int>(pages().size()); }

private:
    using Page = std::vector<int>;  // indices of blocks
    [[nodiscard]] std::vector<Page> pages() const;
    void paintFoot(QPainter& painter, int page, int count) const;

    QString m_foot;
    std::vector<Block> m_blocks;
};

}  // namespace tokenledger
