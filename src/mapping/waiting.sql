SELECT kind, item FROM (
    SELECT item_kind AS kind, item, seq FROM (
        SELECT item_kind, item, seq FROM link WHERE seq >= ?1 AND {in_use} ORDER BY seq DESC LIMIT ?2
    )
    UNION ALL
    SELECT 0, r.document, r.position FROM revision r JOIN document d ON d.id = r.document
    WHERE r.position >= ?1 AND d.state <> 'withdrawn'
      AND r.id IN (SELECT revision FROM revision_file WHERE clauses IS NOT NULL)
    UNION ALL
    SELECT 1, r.id, r.seq FROM record r
    WHERE r.seq >= ?1 AND r.exit IS NULL AND r.id IN (SELECT record FROM record_file WHERE clauses IS NOT NULL)
)
GROUP BY kind, item
ORDER BY max(seq) DESC
LIMIT ?2
