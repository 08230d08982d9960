// The kept inputs of the fuzzers, among them whatever once broke a parser: all properties hold for them.
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QTest>

using namespace tokenledger;

class FuzzCorpus : public QObject {
    Q_OBJECT

private slots:
    void holds_data() {
        QTest::addColumn<int>("target");
        for (std::size_t i = 0; i < fuzz::Targets.size(); ++i) {
            QTest::newRow(fuzz::Targets[i].name) << static_cast<int>(i);
        }
    }

    void holds() {
        QFETCH(int, target);
        const fuzz::Target& tested = fuzz::Targets[static_cast<std::size_t>(target)];
        const QDir folder(QStringLiteral(TOKENLEDGER_CORPUS) + u'/' + QLatin1String(tested.name));
        const QStringList names = folder.entryList(QDir::Files);
        QVERIFY2(!names.isEmpty(), qPrintable(folder.path()));
        for (const QString& name : names) {
            QFile file(folder.filePath(name));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
            const QByteArray bytes = file.readAll();
            tested.run({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        }
    }
};

QTEST_GUILESS_MAIN(FuzzCorpus)
#include "tst_fuzzcorpus.moc"
