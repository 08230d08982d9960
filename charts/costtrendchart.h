// Cost (or tokens) over time as stacked bars with a total line, a mean, gaps, notes and labels at the right. GUI
// thread.
#pragma once

#include "charts/chartdata.h"
#include "charts/chartwidget.h"
#include "charts/series.h"

class QLineSeries;

namespace tokenledger {

class CostTrendChart final : public ChartWidget {
    Q_OBJECT
public:
    explicit CostTrendChart(QWidget* parent = nullptr);
    ~CostTrendChart() override;

    void setData(const CostTrendData& trend);
    /// The period framed as selected, the others drawn at half strength; nothing: none.
    void setSelected(std::optional<PeriodStart> period);
    /// The interval of the bars on screen: the data's, or a longer one when the chart is too narrow for it.
    [[nodiscard]] Interval shownInterval() const { return m_shown.interval; }

    [[nodiscard]] int markCount() const override;
    [[nodiscard]] QRectF markRect(int mark) const override;
    [[nodiscard]] QString markValue(int mark) const override;
    [[nodiscard]] std::optional<DateRange> markDays(int mark) const override;
    [[nodiscard]] std::vector<KeyEntry> keyEntries() const override;
    [[nodiscard]] QSize sizeHint() const override { return {760, 246}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 150}; }

signals:
    /// Click or Enter on a bar: the start of the period as shown (see shownInterval).
    void slotActivated(tokenledger::PeriodStart period);
    /// Click on a label at the right; a layer's id, empty for cost without a model.
    void layerActivated(const QString& id);

protected:
    void layOut() override;
    void paintBelowLines(QPainter& painter) const override;
    void paintAboveLines(QPainter& painter) const override;
    [[nodiscard]] int markAt(QPointF position) const override;
    [[nodiscard]] ChartTip tipOf(int mark) const override;
    void activate(int mark) override;
    void clickedBeside(QPointF position) override;
    [[nodiscard]] QString pictureTitle() const override { return m_data.title; }
    [[nodiscard]] QString pictureSubtitle() const override { return m_data.subtitle; }
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;

private:
    struct Label {
        int layer = 0;
        double y = 0;
        std::optional<double> anchor;  // y of its segment; nothing: no segment in the anchor period
        QString text;                  // elided
    };
    void layOutLines();
    void layOutLabels();
    [[nodiscard]] double labelWidth() const;
    [[nodiscard]] QColor fillOf(const ChartLayer& layer) const;
    [[nodiscard]] QRectF labelRect(const Label& label) const;
    void paintBar(QPainter& painter, int period) const;
    void paintLabels(QPainter& painter) const;

    CostTrendData m_data;
    CostTrendData m_shown;             // periods fitted to the width
    std::vector<ChartLayer> m_layers;  // of m_shown, in stack order
    std::vector<std::optional<std::int64_t>> m_totals;
    std::vector<ChartNote> m_notes;
    PeriodGrid m_grid;
    PixelScale m_scale;
    QRectF m_plot;
    std::vector<PeriodTick> m_ticks;
    std::vector<Label> m_labels;
    std::optional<PeriodStart> m_selected;
};

}  // namespace tokenledger
