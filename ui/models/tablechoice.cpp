#include "ui/models/tablechoice.h"

namespace tokenledger {

namespace {

constexpr int MostWidth = 4000;

}  // namespace

QJsonObject TableChoice::toJson() const {
    QJsonObject json;
    QJsonObject wide;
    for (auto it = widths.begin(); it != widths.end(); ++it) wide.insert(it.key(), it.value());
    if (!wide.isEmpty()) json.insert(QStringLiteral("widths"), wide);
    QJsonObject seen;
    for (auto it = shown.begin(); it != shown.end(); ++it) seen.insert(it.key(), it.value());
    if (!seen.isEmpty()) json.insert(QStringLiteral("shown"), seen);
    if (sort) {
        json.insert(QStringLiteral("sort"), QJsonObject{{QStringLiteral("column"), sort->column},
                                                        {QStringLiteral("descending"), sort->descending}});
    }
    return json;
}

TableChoice TableChoice::fromJson(const QJsonObject& json) {
    TableChoice choice;
    const QJsonObject wide = json.value(QLatin1String("widths")).toObject();
    for (auto it = wide.begin(); it != wide.end(); ++it) {
        const int width = it.value().toInt();
        if (width > 0 && width <= MostWidth) choice.widths.insert(it.key(), width);
    }
    const QJsonObject seen = json.value(QLatin1String("shown")).toObject();
    for (auto it = seen.begin(); it != seen.end(); ++it) {
        if (it.value().isBool()) choice.shown.insert(it.key(), it.value().toBool());
    }
    const QJsonObject sorted = json.value(QLatin1String("sort")).toObject();
    if (sorted.value(QLatin1String("column")).isString()) {
        choice.sort = {sorted.value(QLatin1String("column")).toString(),
                       sorted.value(QLatin1String("descending")).toBool()};
    }
    return choice;
}

}  // namespace tokenledger
