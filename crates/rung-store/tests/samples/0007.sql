INSERT INTO published VALUES (1, 19992, 10, '{}');
