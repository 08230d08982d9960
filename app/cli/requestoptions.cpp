#include "app/cli/requestoptions.h"

namespace tokenledger::cli {

namespace {

Result<std::vector<ReportFilter>> filterOptions(const QCommandLineParser& options) {
    std::vector<ReportFilter> filters;
    for (const QString& text : options.values(QStringLiteral("where"))) {
        const qsizetype equals = text.indexOf(u'=');
        const auto dimension = dimensionFromName(QStringView(text).left(std::max<qsizetype>(equals, 0)));
        if (equals < 0 || !dimension) {
            return failure(
                ErrorKind::Usage,
                QStringLiteral("--where takes DIMENSION=VALUE, as in --where model=claude-opus-5-5; not \"%1\".")
                    .arg(text));
        }
        filters.push_back({*dimension, text.mid(equals + 1)});
    }
    return filters;
}

}  // namespace

const QStringList& questionOptions() {
    static const QStringList options{QStringLiteral("interval"), QStringLiteral("by"), QStringLiteral("where"),
                                     QStringLiteral("ids")};
    return options;
}

Result<Dimension> dimensionNamed(const QString& name) {
    if (const auto dimension = dimensionFromName(name)) return *dimension;
    return failure(ErrorKind::Usage,
                   QStringLiteral("There is no dimension \"%1\". See tokenledger-cli report --help.").arg(name));
}

Result<void> readQuestion(const QCommandLineParser& options, ReportRequest& request) {
    const QString interval =
        options.isSet(QStringLiteral("interval")) ? options.value(QStringLiteral("interval")) : QStringLiteral("day");
    const auto known = intervalFromName(interval);
    if (!known) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("--interval takes hour, day, week, month or total; not \"%1\".").arg(interval));
    }
    request.interval = *known;
    auto by = dimensionsOption(options);
    if (!by) return failure(by.error());
    request.by = std::move(*by);
    auto where = filterOptions(options);
    if (!where) return failure(where.error());
    request.where = std::move(*where);
    request.ids = options.isSet(QStringLiteral("ids"));
    return {};
}

}  // namespace tokenledger::cli
