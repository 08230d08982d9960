// Behind the Cost page: the picture of the chosen dimensions and the selected bar. GUI thread.
#pragma once

#include "ui/picturecontroller.h"

namespace tokenledger {

struct CostQuestion {
    FilterState filters;
    DateRange range;
    Settings::CostView view;
    std::optional<DateRange> selected;
    friend bool operator==(const CostQuestion&, const CostQuestion&) = default;
};

class CostController : public PictureController<CostQuestion, CostBreakdown> {
    Q_OBJECT
public:
    /// Both outlive it.
    CostController(SessionController& controller, Settings& settings, QObject* parent = nullptr);

    /// The dimensions as shown: models, or workspaces, where the chosen columns are the rows.
    [[nodiscard]] Settings::CostView view() const;
    /// Rows of the table and layers of the chart.
    void setRows(Dimension dimension);
    void setColumns(Dimension dimension);
    /// Days of the table alone; nothing: all. Forgotten when the bars change.
    [[nodiscard]] const std::optional<DateRange>& selected() const { return m_selected; }
    void select(const std::optional<DateRange>& days);

    // What the two cards show, as reports.
    [[nodiscard]] ReportRequest chartReport() const;
    [[nodiscard]] ReportRequest tableReport() const;

signals:
    void viewChanged();

protected:
    [[nodiscard]] CostQuestion question() const override;
    [[nodiscard]] QFuture<Result<CostBreakdown>> read(const CostQuestion& asked) override;
    void followFilters() override;
    void reset() override;

private:
    void choose(const Settings::CostView& chosen);

    Settings& m_settings;
    Settings::CostView m_chosen;
    std::optional<DateRange> m_selected;
    DateRange m_barsRange;  // the bars that the selection is one of
    Interval m_barsInterval = Interval::Day;
};

}  // namespace tokenledger
