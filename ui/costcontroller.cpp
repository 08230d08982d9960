#include "ui/costcontroller.h"

#include "app/reports/allocatedcost.h"
#include "app/reports/variancebridge.h"
#include "ui/pages/costcharts.h"

namespace tokenledger {

namespace {

/// What a row is split into when it is opened: token types, or how the cost came to a key, unless these are shown
/// already.
Dimension partsBeside(const Settings::CostView& view) {
    const Dimension first = isAllocated(view.rows) ? Dimension::Basis : Dimension::TokenType;
    for (const Dimension dimension : {first, Dimension::Model}) {
        if (dimension != view.rows && dimension != view.columns) return dimension;
    }
    return Dimension::Workspace;
}

}  // namespace

CostController::CostController(SessionController& controller, Settings& settings, QObject* parent)
    : BarPictureController(controller, parent), m_settings(settings), m_chosen(settings.costView()) {}

CostQuestion CostController::question() const {
    return {controller().filters(), controller().range(), view(), selected()};
}

Settings::CostView CostController::view() const {
    const std::vector<Dimension>& known = costColumns(m_chosen.rows);
    const bool fits =
        m_chosen.columns != m_chosen.rows && std::find(known.begin(), known.end(), m_chosen.columns) != known.end();
    const Dimension other = m_chosen.rows == Dimension::Model ? Dimension::Workspace : Dimension::Model;
    return {m_chosen.rows, fits ? m_chosen.columns : other};
}

void CostController::setRows(Dimension dimension) { choose({dimension, m_chosen.columns}); }
void CostController::setColumns(Dimension dimension) { choose({m_chosen.rows, dimension}); }

void CostController::choose(const Settings::CostView& chosen) {
    if (chosen == m_chosen) return;
    m_chosen = chosen;
    m_settings.setCostView(chosen);
    emit viewChanged();
    refresh();
}

QFuture<Result<CostBreakdown>> CostController::read(const CostQuestion& asked) {
    CostBreakdownRequest request;
    request.range = asked.range;
    request.interval = controller().interval();
    request.comparison = asked.filters.comparison;
    request.where = asked.filters.where();
    request.rows = asked.view.rows;
    request.columns = asked.view.columns;
    request.parts = partsBeside(asked.view);
    request.selected = asked.selected;
    return controller().session()->costBreakdown(request);
}

ReportRequest CostController::chartReport() const {
    ReportRequest request;
    request.report = isAllocated(view().rows) ? QStringLiteral("allocation") : QStringLiteral("cost");
    request.range = controller().range();
    request.interval = controller().interval();
    request.by = {view().rows};
    request.where = controller().filters().reportFilters(findReport(request.report)->dimensions);
    return request;
}

ReportRequest CostController::tableReport() const {
    ReportRequest request = chartReport();
    // A table that compares leaves out days that were not over.
    request.range = isCurrent() ? picture()->table.days : selected().value_or(request.range);
    request.interval = Interval::Total;
    request.by = {view().rows, view().columns};
    return request;
}

std::optional<ReportRequest> CostController::bridgeReport() const {
    if (!isCurrent() || picture()->bridge == nullptr) return std::nullopt;
    ReportRequest request;
    request.report = QStringLiteral("bridge");
    request.range = picture()->bridge->request.range;
    request.against = picture()->bridge->request.against;
    request.where = controller().filters().reportFilters(bridgeDimensions());
    return request;
}

}  // namespace tokenledger
