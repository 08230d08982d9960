// The kinds of what an organization lays down in its cache, as storage keeps them.
#pragma once

#include <QString>

namespace tokenledger::definitionkind {

inline const QString SavedReport = QStringLiteral("saved-report");
inline const QString Team = QStringLiteral("team");
inline const QString AllocationRule = QStringLiteral("allocation-rule");
inline const QString Budget = QStringLiteral("budget");
inline const QString BudgetNotice = QStringLiteral("budget-notice");  // a threshold that was told
inline const QString FiscalYear = QStringLiteral("fiscal-year");
inline const QString Invoice = QStringLiteral("invoice");
inline const QString AcceptedDifference = QStringLiteral("accepted-difference");
inline const QString MatchLimits = QStringLiteral("match-limits");
inline const QString TrackingMapping = QStringLiteral("tracking-mapping");
inline const QString AnomalyNote = QStringLiteral("anomaly-note");
inline const QString PseudonymSecret = QStringLiteral("pseudonym-secret");

}  // namespace tokenledger::definitionkind
