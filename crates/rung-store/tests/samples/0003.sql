INSERT INTO source VALUES (1, 's1', 'ana', 'calendar', 'mine', '', 10, NULL);
INSERT INTO reading VALUES (1, 'ana', 's1', x'00');
INSERT INTO evidence VALUES (1, 'ana', x'04040404040404040404040404040404', 's1', 20000, 19998, 'coding', 30.5, x'05');
INSERT INTO raw_item VALUES (1, 'ana', x'04040404040404040404040404040404', 99, x'06');
INSERT INTO ledger VALUES (1, 'ana', 19998, 'in', 'coding', 10.0, 30.5, 60.0);
