// Cache hit ratio as a line above, tokens read and written as bars below, over the same periods. GUI thread.
#pragma once

#include "charts/chartdata.h"
#include "charts/chartwidget.h"
#include "charts/series.h"

namespace tokenledger {

class CacheEfficiencyChart final : public ChartWidget {
    Q_OBJECT
public:
    explicit CacheEfficiencyChart(QWidget* parent = nullptr);
    ~CacheEfficiencyChart() override;

    void setData(const CacheEfficiencyData& cache);
    void setSelected(std::optional<PeriodStart> period);
    [[nodiscard]] Interval shownInterval() const { return m_shown.interval; }

    [[nodiscard]] int markCount() const override;
    [[nodiscard]] QRectF markRect(int mark) const override;
    [[nodiscard]] QString markValue(int mark) const override;
    [[nodiscard]] std::optional<DateRange> markDays(int mark) const override;
    [[nodiscard]] std::vector<KeyEntry> keyEntries() const override;
    [[nodiscard]] QSize sizeHint() const override { return {560, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 170}; }

signals:
    void slotActivated(tokenledger::PeriodStart period);

protected:
    void layOut() override;
    void paintBelowLines(QPainter& painter) const override;
    void paintAboveLines(QPainter& painter) const override;
    [[nodiscard]] int markAt(QPointF position) const override;
    [[nodiscard]] ChartTip tipOf(int mark) const override;
    void activate(int mark) override;
    [[nodiscard]] QString pictureTitle() const override { return m_data.title; }
    [[nodiscard]] QString pictureSubtitle() const override { return m_data.subtitle; }
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;

private:
    void layOutPanes();
    void layOutLines();
    [[nodiscard]] std::optional<std::int64_t> ratioAt(int period) const;  // parts per million
    [[nodiscard]] QRectF plot() const { return m_ratioPane.united(m_barPane); }
    void paintBar(QPainter& painter, int period) const;
    void paintEndLabels(QPainter& painter) const;

    CacheEfficiencyData m_data;
    CacheEfficiencyData m_shown;
    std::vector<ChartNote> m_notes;
    PeriodGrid m_grid;
    QRectF m_ratioPane;
    QRectF m_barPane;  // read above the base line, written below it
    PixelScale m_ratioScale;
    PixelScale m_barScale;
    std::vector<PeriodTick> m_ticks;
    std::optional<PeriodStart> m_selected;
};

}  // namespace tokenledger
