// Parts of a whole as horizontal bars, one below the other: name, counts and per cent above each. GUI thread.
#pragma once

#include "charts/chartdata.h"
#include "charts/chartwidget.h"

namespace tokenledger {

class ShareBars final : public ChartWidget {
    Q_OBJECT
public:
    explicit ShareBars(QWidget* parent = nullptr);
    ~ShareBars() override;

    void setData(const ShareBarsData& shown);

    [[nodiscard]] int markCount() const override { return m_rows; }
    [[nodiscard]] QRectF markRect(int mark) const override;
    [[nodiscard]] QString markValue(int mark) const override;
    [[nodiscard]] bool canActivate(int mark) const override { return !isRest(mark); }
    [[nodiscard]] std::vector<KeyEntry> keyEntries() const override { return {}; }
    [[nodiscard]] QSize sizeHint() const override { return {340, 190}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 120}; }

signals:
    /// Click or Enter on a bar: its place in the data.
    void barActivated(int bar);

protected:
    void layOut() override;
    void paintBelowLines(QPainter& painter) const override;
    void paintAboveLines(QPainter& painter) const override;
    [[nodiscard]] int markAt(QPointF position) const override;
    [[nodiscard]] ChartTip tipOf(int mark) const override;
    void activate(int mark) override;
    [[nodiscard]] int firstMark() const override { return 0; }
    [[nodiscard]] QString pictureTitle() const override { return m_data.title; }
    [[nodiscard]] QString pictureSubtitle() const override { return m_data.subtitle; }
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;

private:
    /// What stands in a row: a bar of the data, or, in the last one, all that have no row of their own.
    [[nodiscard]] ShareBar barOf(int row) const;
    [[nodiscard]] bool isRest(int row) const;
    void paintRow(QPainter& painter, int row) const;

    ShareBarsData m_data;
    int m_rows = 0;
    double m_pitch = 0;
};

}  // namespace tokenledger
