#include "ui/usagecontroller.h"

namespace tokenledger {

namespace {

constexpr int HourlyDays = 7;

/// What a row is split into when it is opened: models, unless these are shown already.
Dimension partsBeside(Dimension rows) { return rows == Dimension::Model ? Dimension::Workspace : Dimension::Model; }

ReportRequest usageReport(const SessionController& controller) {
    ReportRequest request;
    request.report = QStringLiteral("usage");
    request.where = controller.filters().reportFilters(findReport(request.report)->dimensions);
    return request;
}

}  // namespace

UsageController::UsageController(SessionController& controller, Settings& settings, QObject* parent)
    : BarPictureController(controller, parent), m_settings(settings), m_rows(settings.usageRows()) {}

UsageQuestion UsageController::question() const {
    return {controller().filters(), controller().range(), m_rows, selected()};
}

void UsageController::setRows(Dimension dimension) {
    if (dimension == m_rows) return;
    m_rows = dimension;
    m_settings.setUsageRows(dimension);
    emit viewChanged();
    refresh();
}

QFuture<Result<UsageBreakdown>> UsageController::read(const UsageQuestion& asked) {
    UsageBreakdownRequest request;
    request.range = asked.range;
    request.interval = controller().interval();
    request.comparison = asked.filters.comparison;
    request.where = asked.filters.where();
    request.rows = asked.rows;
    request.parts = partsBeside(asked.rows);
    request.selected = asked.selected;
    return controller().session()->usageBreakdown(request);
}

ReportRequest UsageController::chartReport() const {
    ReportRequest request = usageReport(controller());
    request.range = controller().range();
    request.interval = controller().interval();
    // The kinds are the report's columns.
    if (m_rows != Dimension::TokenType) request.by = {m_rows};
    return request;
}

ReportRequest UsageController::tableReport() const {
    ReportRequest request = chartReport();
    // A table that compares leaves out days that were not over.
    request.range = isCurrent() ? picture()->table.days : selected().value_or(request.range);
    request.interval = Interval::Total;
    request.by.push_back(partsBeside(m_rows));
    return request;
}

UsageDetailsController::UsageDetailsController(SessionController& controller, QObject* parent)
    : PictureController(controller, parent) {}

UsageDetailsQuestion UsageDetailsController::question() const {
    return {controller().filters().filters, controller().range(), controller().today()};
}

QFuture<Result<UsageDetails>> UsageDetailsController::read(const UsageDetailsQuestion& asked) {
    Session& session = *controller().session();
    return session.usageDetails({asked.range,
                                 {asked.today - (HourlyDays - 1), asked.today},
                                 controller().filters().where(),
                                 session.clock().now()});
}

ReportRequest UsageDetailsController::report(const DateRange& range, Interval interval) const {
    ReportRequest request = usageReport(controller());
    request.range = range;
    request.interval = interval;
    return request;
}

ReportRequest UsageDetailsController::keysReport() const {
    ReportRequest request = report(controller().range(), Interval::Total);
    request.by = {Dimension::ApiKey};
    return request;
}

ReportRequest UsageDetailsController::hoursReport() const {
    const UtcDay today = controller().today();
    return report({today - (HourlyDays - 1), today}, Interval::Hour);
}

}  // namespace tokenledger
