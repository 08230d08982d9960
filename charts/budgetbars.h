// Budgets as bullet bars, one below the other: what was billed, what the period is forecast to end with, and marks at
// the thresholds and the amount. GUI thread.
#pragma once

#include "charts/chartdata.h"
#include "charts/chartwidget.h"

namespace tokenledger {

class BudgetBars final : public ChartWidget {
    Q_OBJECT
public:
    explicit BudgetBars(QWidget* parent = nullptr);
    ~BudgetBars() override;

    void setData(const BudgetBarsData& shown);

    [[nodiscard]] int markCount() const override { return m_rows; }
    [[nodiscard]] QRectF markRect(int mark) const override;
    [[nodiscard]] QString markValue(int mark) const override;
    [[nodiscard]] std::vector<KeyEntry> keyEntries() const override;
    [[nodiscard]] QSize sizeHint() const override { return {420, 200}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 120}; }

signals:
    /// Click or Enter on a bar: its place in the data.
    void barActivated(int bar);

protected:
    void layOut() override;
    void paintBelowLines(QPainter& painter) const override;
    void paintAboveLines(QPainter& painter) const override;
    [[nodiscard]] int markAt(QPointF position) const override;
    [[nodiscard]] ChartTip tipOf(int mark) const override;
    void activate(int mark) override { emit barActivated(mark); }
    [[nodiscard]] int firstMark() const override { return 0; }
    [[nodiscard]] QString pictureTitle() const override { return m_data.title; }
    [[nodiscard]] QString pictureSubtitle() const override { return m_data.subtitle; }
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;

private:
    void paintRow(QPainter& painter, int row) const;
    void paintWords(QPainter& painter, const BudgetBar& bar, double top) const;
    /// Where a share of a budget lies in a track.
    [[nodiscard]] double placeOf(std::int64_t value, std::int64_t amount) const;

    BudgetBarsData m_data;
    int m_rows = 0;
    double m_pitch = 0;
    double m_scale = 1;  // shares of a budget that a track is wide
};

}  // namespace tokenledger
