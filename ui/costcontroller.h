// Behind the Cost page: the picture of the chosen dimensions and the selected bar. GUI thread.
#pragma once

#include "ui/barpicturecontroller.h"

namespace tokenledger {

struct CostQuestion {
    FilterState filters;
    DateRange range;
    Settings::CostView view;
    std::optional<DateRange> selected;
    friend bool operator==(const CostQuestion&, const CostQuestion&) = default;
};

class CostController : public BarPictureController<CostQuestion, CostBreakdown> {
    Q_OBJECT
public:
    /// Both outlive it.
    CostController(SessionController& controller, Settings& settings, QObject* parent = nullptr);

    /// The dimensions as shown: models, or workspaces, where the chosen columns are the rows or do not go with them.
    [[nodiscard]] Settings::CostView view() const;
    /// Rows of the table and layers of the chart.
    void setRows(Dimension dimension);
    void setColumns(Dimension dimension);

    // What the cards show, as reports.
    [[nodiscard]] ReportRequest chartReport() const;
    [[nodiscard]] ReportRequest tableReport() const;
    /// Why the table's days cost more or less; nothing where they are not compared.
    [[nodiscard]] std::optional<ReportRequest> bridgeReport() const;

signals:
    void viewChanged();

protected:
    [[nodiscard]] CostQuestion question() const override;
    [[nodiscard]] QFuture<Result<CostBreakdown>> read(const CostQuestion& asked) override;

private:
    void choose(const Settings::CostView& chosen);

    Settings& m_settings;
    Settings::CostView m_chosen;
};

}  // namespace tokenledger
