#include "app/cli/cachetable.h"

namespace tokenledger::cli {

Result<Table> readTable(const Context& context, const ReportRequest& request) {
    if (const auto checked = checkRequest(request); !checked) return failure(checked.error());
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return failure(reader.error());
    return tokenledger::runReport(**reader, request, context.composition.prices());
}

Result<QString> oneValue(const Context& context, Dimension dimension, const QString& name) {
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return failure(reader.error());
    const auto terms = (*reader)->findTerms(dimension, name);
    if (!terms) return failure(terms.error());
    if (terms->size() == 1) return (*reader)->text(terms->front());
    const QString what = dimensionName(dimension);
    if (terms->empty()) {
        return failure(ErrorKind::Usage, QStringLiteral("This cache knows no %1 \"%2\".").arg(what, name));
    }
    QStringList ids;
    for (const TermId term : *terms) ids << (*reader)->text(term);
    return failure(ErrorKind::Usage, QStringLiteral("There are several of the %1 \"%2\"; name one by its id: %3.")
                                         .arg(what, name, ids.join(QStringLiteral(", "))));
}

}  // namespace tokenledger::cli
