#include "ui/cachecontroller.h"

namespace tokenledger {

namespace {

std::vector<Dimension> dimensionsOf(Settings::CacheGroups groups) {
    switch (groups) {
        case Settings::CacheGroups::Model:
            return {Dimension::Model};
        case Settings::CacheGroups::Workspace:
            return {Dimension::Workspace};
        case Settings::CacheGroups::ApiKey:
            return {Dimension::ApiKey};
        case Settings::CacheGroups::WorkspaceAndModel:
            break;
    }
    return {Dimension::Workspace, Dimension::Model};
}

}  // namespace

CacheController::CacheController(SessionController& controller, Settings& settings, QObject* parent)
    : BarPictureController(controller, parent), m_settings(settings), m_groups(settings.cacheGroups()) {}

CacheQuestion CacheController::question() const {
    return {controller().filters(), controller().range(), dimensionsOf(m_groups), selected()};
}

void CacheController::setGroups(Settings::CacheGroups groups) {
    if (groups == m_groups) return;
    m_groups = groups;
    m_settings.setCacheGroups(groups);
    refresh();
}

QFuture<Result<CacheBreakdown>> CacheController::read(const CacheQuestion& asked) {
    CacheBreakdownRequest request;
    request.range = asked.range;
    request.interval = controller().interval();
    request.where = asked.filters.where();
    request.by = asked.by;
    request.selected = asked.selected;
    return controller().session()->cacheBreakdown(request);
}

ReportRequest CacheController::chartReport() const {
    ReportRequest request;
    request.report = QStringLiteral("cache");
    request.range = controller().range();
    request.interval = controller().interval();
    request.where = controller().filters().reportFilters(findReport(request.report)->dimensions);
    return request;
}

}  // namespace tokenledger
