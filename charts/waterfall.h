// How amounts lead, one after the other, to their sum: bars that begin where the one before ended. GUI thread.
#pragma once

#include "charts/axis.h"
#include "charts/chartwidget.h"
#include "charts/series.h"

namespace tokenledger {

struct WaterfallStep {
    QString label;     // below the bar: "Price"
    QString subLabel;  // in the line below it: "new for old"; may be empty
    Money amount;
    bool total = false;  // stands on the base line: what the steps before it have led to, or what they begin with
    QString note;        // a sentence for the tip and the screen reader; may be empty
};

struct WaterfallData {
    QString title;  // of the exported picture, and the accessible name
    QString subtitle;
    std::vector<WaterfallStep> steps;  // drawn in this order
    QString emptyText;                 // in the middle where no step has an amount; empty: a general sentence
};

/// From where to where a step's bar goes, in nano-dollars.
struct WaterfallBar {
    std::int64_t from = 0;
    std::int64_t to = 0;
    friend bool operator==(const WaterfallBar&, const WaterfallBar&) = default;
};
/// One bar a step: from the end of the one before, a total's from 0. What does not fit ends at the largest amount.
[[nodiscard]] std::vector<WaterfallBar> waterfallBars(const std::vector<WaterfallStep>& steps);
/// From the lowest to the highest end of a bar, 0 included.
[[nodiscard]] Extent waterfallExtent(const std::vector<WaterfallBar>& bars);

class Waterfall final : public ChartWidget {
    Q_OBJECT
public:
    explicit Waterfall(QWidget* parent = nullptr);
    ~Waterfall() override;

    void setData(const WaterfallData& shown);

    [[nodiscard]] int markCount() const override { return static_cast<int>(m_data.steps.size()); }
    [[nodiscard]] QRectF markRect(int mark) const override;
    [[nodiscard]] QString markValue(int mark) const override;
    [[nodiscard]] std::vector<KeyEntry> keyEntries() const override { return {}; }
    [[nodiscard]] QSize sizeHint() const override { return {640, 210}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {300, 150}; }

signals:
    /// Click or Enter on a bar: its place in the data.
    void stepActivated(int step);

protected:
    void layOut() override;
    void paintBelowLines(QPainter& painter) const override;
    void paintAboveLines(QPainter& painter) const override;
    [[nodiscard]] int markAt(QPointF position) const override;
    [[nodiscard]] ChartTip tipOf(int mark) const override;
    void activate(int mark) override { emit stepActivated(mark); }
    [[nodiscard]] int pageStep() const override { return 3; }
    [[nodiscard]] int firstMark() const override { return 0; }
    [[nodiscard]] QString pictureTitle() const override { return m_data.title; }
    [[nodiscard]] QString pictureSubtitle() const override { return m_data.subtitle; }
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;

private:
    [[nodiscard]] QColor fillOf(std::size_t step) const;
    [[nodiscard]] QString amountText(const WaterfallStep& step) const;
    void paintStep(QPainter& painter, int step) const;
    void paintTexts(QPainter& painter, int step) const;

    WaterfallData m_data;
    std::vector<WaterfallBar> m_bars;
    QRectF m_plot;
    PixelScale m_scale;
    PeriodGrid m_grid;  // a column a step
};

}  // namespace tokenledger
