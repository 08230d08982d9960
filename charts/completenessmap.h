// The completeness map: a square for each day and dataset, told apart by colour and by shape; over years a square for
// each month. GUI thread.
#pragma once

#include "app/core/completeness.h"
#include "charts/chartwidget.h"
#include "charts/mapscale.h"

namespace tokenledger {

struct MapDay {
    DayState state = DayState::Missing;
    bool asked = true;    // false: nobody ever asked for this day of the dataset, so nobody misses it
    QDateTime fetchedAt;  // invalid: never
    QString error;        // of the last attempt, if it failed
};

struct MapRow {
    QString name;   // "Messages usage"
    QString width;  // "1 day"
    QString count;  // "65 of 70"
    std::vector<MapDay> days;
};

struct CompletenessMapData {
    DateRange range;
    std::vector<MapRow> rows;  // each with a day for every day of the range
    QString title;
};

class CompletenessMap final : public ChartWidget {
    Q_OBJECT
public:
    explicit CompletenessMap(QWidget* parent = nullptr);
    ~CompletenessMap() override;

    void setData(CompletenessMapData data);
    [[nodiscard]] const CompletenessMapData& data() const { return m_data; }
    /// The height that shows everything at this width.
    [[nodiscard]] int heightFor(int width) const;

    struct Place {
        std::size_t row = 0;
        DateRange days;
    };
    [[nodiscard]] Place placeOf(int mark) const;
    /// The mark of a row's day; -1 outside.
    [[nodiscard]] int markOf(std::size_t row, UtcDay day) const;
    /// What a mark is painted as: of several days the worst state.
    [[nodiscard]] DayMark shownAs(int mark) const;

    [[nodiscard]] int markCount() const override;
    [[nodiscard]] QRectF markRect(int mark) const override;
    [[nodiscard]] std::optional<DateRange> markDays(int mark) const override { return placeOf(mark).days; }
    [[nodiscard]] bool canActivate(int) const override { return false; }
    [[nodiscard]] std::vector<KeyEntry> keyEntries() const override;

protected:
    void layOut() override;
    void paintBelowLines(QPainter& painter) const override;
    void paintAboveLines(QPainter&) const override {}
    [[nodiscard]] int markAt(QPointF position) const override;
    [[nodiscard]] ChartTip tipOf(int mark) const override;
    void activate(int) override {}
    [[nodiscard]] QString pictureTitle() const override { return m_data.title; }
    [[nodiscard]] QString pictureSubtitle() const override;
    [[nodiscard]] std::unique_ptr<ChartWidget> copy() const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] MapScale scaleFor(int width) const;
    [[nodiscard]] int rowPitch(const MapScale& scale) const;
    [[nodiscard]] double bandTop(std::size_t row) const;
    void paintAxis(QPainter& painter) const;
    void paintRow(QPainter& painter, std::size_t row) const;

    CompletenessMapData m_data;
    MapScale m_scale;
};

}  // namespace tokenledger
