INSERT INTO job VALUES (1, 'j1', 'read-source', 's1', 'a1', 'running', 10, 11, NULL, 1, 3, '', 1);
INSERT INTO upload VALUES (1, 's1', 'mine.ics', 10, x'07');
