// Shares of a total as a ring with its list: swatch, name, exact dollars, share. GUI thread.
#pragma once

#include "charts/chartdata.h"
#include "charts/chartwidget.h"
#include "charts/series.h"

namespace tokenledger {

class ModelDonut final : public ChartWidget {
    Q_OBJECT
public:
    explicit ModelDonut(QWidget* parent = nullptr);
    ~ModelDonut() override;

    void setData(const ModelDonutData& donut);
    /// The entry drawn as selected, the others at half strength; nothing: none.
    void setSelected(const std::optional<QString>& id);

    [[nodiscard]] int markCount() const override;
    [[nodiscard]] QRectF markRect(int mark) const override;  // of its row in the list
    [[nodiscard]] QString markValue(int mark) const override;
    [[nodiscard]] bool canActivate(int mark) const override;
    /// The ids behind a mark: one, or those in the last row for which there is no room.
    [[nodiscard]] QStringList markIds(int mark) const;
    [[nodiscard]] std::vector<KeyEntry> keyEntries() const override { return {}; }
    [[nodiscard]] QSize sizeHint() const override { return {380, 246}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 150}; }

signals:
    /// Click or Enter on a slice or row; empty for cost without a model.
    void layerActivated(const QString& modelId);

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
    [[nodiscard]] QString shareOf(const DonutEntry& entry) const;
    [[nodiscard]] QColor fillOf(int entry) const;
    void paintRow(QPainter& painter, int entry) const;

    ModelDonutData m_data;  // entries in list order
    Money m_total;
    std::vector<DonutSlice> m_slices;
    QRectF m_ring;
    QRectF m_list;
    double m_pitch = 25;
    int m_rows = 0;  // that fit; the last one stands for the rest when there are more entries
    std::optional<QString> m_selected;
};

}  // namespace tokenledger
